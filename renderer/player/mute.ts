import { audioPlayer } from './audio-player.ts';
import { usePlayback } from './playback-store.ts';

/** Silences, or brings back the loudness there was. Not kept over a restart: nobody should have to look for the sound. */
export function setMuted(muted: boolean): void {
  audioPlayer().setMuted(muted);
  usePlayback.setState({ muted });
}

export function toggleMute(): void {
  setMuted(!usePlayback.getState().muted);
}
