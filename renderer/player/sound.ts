import { changeSettings, useSettings } from '../settings/settings-store.ts';
import { audioPlayer } from './audio-player.ts';
import { usePlayback } from './playback-store.ts';

/** A slider being dragged is kept once it rests (ms). */
const keepAfterMs = 500;

let keeping: ReturnType<typeof setTimeout> | undefined;

/** 0.5 to 3.5; kept in the settings. */
export function setSpeed(speed: number): void {
  const within = Math.max(0.5, Math.min(3.5, speed));
  audioPlayer().setSpeed(within);
  usePlayback.setState({ speed: within });
  keepSoon();
}

/** 0 to 1; kept in the settings. */
export function setVolume(volume: number): void {
  const within = Math.max(0, Math.min(1, volume));
  audioPlayer().setVolume(within);
  usePlayback.setState({ volume: within });
  keepSoon();
}

function keepSoon(): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    const { speed, volume } = usePlayback.getState();
    void changeSettings({ playback: { ...useSettings.getState().playback, speed, volume } });
  }, keepAfterMs);
}
