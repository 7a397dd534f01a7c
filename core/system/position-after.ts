import type { NowPlaying } from './now-playing.ts';

/** Less is the inaccuracy of telling, not a jump (ms). */
const leastJumpMs = 700;

/** Where playing is (ms) `elapsedMs` after it was told. */
export function positionAfter(
  { state, positionMs, durationMs, speed }: NowPlaying,
  elapsedMs: number,
): number {
  if (state !== 'playing') return positionMs;
  return Math.min(positionMs + elapsedMs * speed, durationMs ?? Number.POSITIVE_INFINITY);
}

/** Whether what plays stands elsewhere than who counts on from `before` must believe. */
export function hasJumped(before: NowPlaying | null, after: NowPlaying | null, elapsedMs: number): boolean {
  if (before === null || after?.episodeId !== before.episodeId) return false;
  return Math.abs(after.positionMs - positionAfter(before, elapsedMs)) >= leastJumpMs;
}
