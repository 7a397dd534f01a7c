import { sleepTimeLeft, sleepVolume, startSleepTimer } from '../../core/playback/sleep-timer.ts';
import { audioPlayer } from './audio-player.ts';
import { usePlayback } from './playback-store.ts';

/** Often enough for an even fade (ms). */
const lookEveryMs = 250;

let looking: ReturnType<typeof setInterval> | undefined;

/** Stops playing after so many minutes, growing quieter before; or with this episode; `null` puts the timer off. */
export function setSleepTimer(timer: number | 'end-of-episode' | null): void {
  clearInterval(looking);
  const sleepTimer = startSleepTimer(timer, performance.now());
  usePlayback.setState({ sleepTimer });
  audioPlayer().setVolume(usePlayback.getState().volume);
  if (sleepTimer?.kind === 'at') looking = setInterval(look, lookEveryMs);
}

function look(): void {
  const { sleepTimer, volume } = usePlayback.getState();
  const now = performance.now();
  if (sleepTimeLeft(sleepTimer, now) === 0) {
    audioPlayer().pause();
    setSleepTimer(null);
  } else {
    audioPlayer().setVolume(volume * sleepVolume(sleepTimer, now));
  }
}
