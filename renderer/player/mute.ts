import { setVolume } from './sound.ts';
import { usePlayback } from './playback-store.ts';

/** The loudness to come back to. */
let before = 1;

/** Silences, and brings back the loudness there was. */
export function toggleMute(): void {
  const { volume } = usePlayback.getState();
  if (volume > 0) before = volume;
  setVolume(volume > 0 ? 0 : before);
}
