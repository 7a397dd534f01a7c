import type { SleepChoice } from '../../core/playback/sleep-timer.ts';
import {
  extendSleepTimer,
  sleepTimeLeft,
  sleepVolume,
  startSleepTimer,
} from '../../core/playback/sleep-timer.ts';
import { useSettings } from '../settings/settings-store.ts';
import { audioPlayer } from './audio-player.ts';
import { currentPositionMs } from './playback-clock.ts';
import { usePlayback } from './playback-store.ts';
import { chapterEndAfter } from './playing-chapters.ts';
import { addTurningPoints, startStretchAt } from './turning-points.ts';

/** Often enough for an even fade (ms). */
const lookEveryMs = 250;
/** Who is still awake may go on for this long after it stopped (ms). */
const justSleptMs = 60_000;

let looking: ReturnType<typeof setInterval> | undefined;
let waking: ReturnType<typeof setTimeout> | undefined;

/** Stops playing after so many minutes, growing quieter before; or with the chapter or the episode; `null` puts the timer off. */
export function setSleepTimer(choice: SleepChoice): void {
  watch(startSleepTimer(choice, performance.now()));
}

/** Five minutes more; without a timer, one of five minutes. */
export function extendTimer(): void {
  watch(extendSleepTimer(sleepLeft() ?? 0, performance.now()));
}

/** Ms until playing stops; `null` when no timer is set, or it waits for an end that is not known. */
export function sleepLeft(): number | null {
  const { sleepTimer, speed, durationMs } = usePlayback.getState();
  const positionMs = currentPositionMs();
  return sleepTimeLeft(sleepTimer, {
    nowMs: performance.now(),
    positionMs,
    speed,
    chapterEndMs: chapterEndAfter(positionMs),
    episodeEndMs: durationMs,
  });
}

/** Once, at the start. */
export function followSleepTimer(): void {
  addTurningPoints((afterMs) => {
    const atMs =
      usePlayback.getState().sleepTimer?.kind === 'end-of-chapter' ? chapterEndAfter(afterMs) : null;
    if (atMs === null) return null;
    return {
      atMs,
      reach: () => {
        fallAsleep();
        // What else happens at this place happens when playing goes on.
        startStretchAt(atMs);
        return false;
      },
    };
  });
  // The element says a little later that it was paused, so that the state before counts too.
  usePlayback.subscribe(({ state, justSlept }, before) => {
    if (justSlept && state === 'playing' && before.state !== 'playing') wake();
  });
}

/** Playing has come to where the timer stops it. */
export function fallAsleep(): void {
  audioPlayer().pause();
  watch(null);
  usePlayback.setState({ justSlept: true });
  clearTimeout(waking);
  waking = setTimeout(wake, justSleptMs);
}

function wake(): void {
  clearTimeout(waking);
  usePlayback.setState({ justSlept: false });
}

function watch(sleepTimer: ReturnType<typeof startSleepTimer>): void {
  clearInterval(looking);
  usePlayback.setState({ sleepTimer });
  audioPlayer().setVolume(usePlayback.getState().volume);
  if (sleepTimer !== null) looking = setInterval(look, lookEveryMs);
}

function look(): void {
  const { sleepTimer, volume, state } = usePlayback.getState();
  const left = sleepLeft();
  if (sleepTimer?.kind === 'at' && left === 0) {
    if (state === 'playing' || state === 'loading') fallAsleep();
    else watch(null);
    return;
  }
  const fades = useSettings.getState().playback.sleepFade;
  audioPlayer().setVolume(fades ? volume * sleepVolume(left) : volume);
}
