import { loopFrom, loopTo } from '../../core/playback/loop.ts';
import type { Loop } from '../../core/playback/loop.ts';
import { audioPlayer } from './audio-player.ts';
import { currentPositionMs } from './playback-clock.ts';
import { usePlayback } from './playback-store.ts';
import { addTurningPoints, heardFrom, startStretch } from './turning-points.ts';

/** The loop begins where the audio is. Without an end it waits for one. */
export function setLoopStart(): void {
  const { episodeId, loop } = usePlayback.getState();
  if (episodeId !== null) usePlayback.setState({ loop: loopFrom(loop, currentPositionMs()) });
}

/** The loop ends where the audio is, and playing goes back to its start. */
export function setLoopEnd(): void {
  const { episodeId, loop } = usePlayback.getState();
  if (episodeId === null) return;
  const set = loopTo(loop, currentPositionMs());
  if (set === null) return;
  usePlayback.setState({ loop: set });
  goToStart(set.startMs);
}

/** Repeats a stretch known beforehand, such as a sentence. Playing goes on where it is. */
export function loopStretch(loop: Loop): void {
  if (usePlayback.getState().episodeId === null) return;
  startStretch();
  usePlayback.setState({ loop });
}

export function clearLoop(): void {
  usePlayback.setState({ loop: null });
}

/** Goes back at the end. Who leaves the loop by hand is let go, and caught again inside. Once, at the start. */
export function followLoop(): void {
  addTurningPoints((afterMs) => {
    const { startMs, endMs } = usePlayback.getState().loop ?? { startMs: 0, endMs: null };
    if (endMs === null || endMs <= afterMs) return null;
    return { atMs: endMs, reach: () => goToStart(startMs) };
  });
}

/**
 * Goes back where the sound ends inside the loop, or with it: there is nothing behind to be told that its end was reached. Answers
 * whether it did.
 */
export function loopBackFromEnd(): boolean {
  const { loop, sleepTimer } = usePlayback.getState();
  const sleeps = sleepTimer !== null && sleepTimer.kind !== 'at';
  const { startMs, endMs } = loop ?? { startMs: 0, endMs: null };
  if (endMs === null || sleeps) return false;
  // The end may have been reached by the clock a moment before, and playing have gone back already.
  const isUnderWay = endMs > heardFrom() && startMs - 1 <= audioPlayer().positionMs;
  if (!isUnderWay) return false;
  goToStart(startMs);
  audioPlayer().play();
  return true;
}

function goToStart(startMs: number): false {
  audioPlayer().seek(startMs);
  startStretch();
  return false;
}
