/** A stretch of audio heard again and again, ms; without an end it is only begun. */
export interface Loop {
  readonly startMs: number;
  readonly endMs: number | null;
}

/** Shorter than this it is a slip of the finger, and a noise to hear (ms). */
const shortestMs = 200;

/** The loop with its start at a place: an end that is not behind it any more is forgotten. */
export function loopFrom(loop: Loop | null, startMs: number): Loop {
  const endMs = loop?.endMs ?? null;
  return { startMs, endMs: endMs !== null && endMs >= startMs + shortestMs ? endMs : null };
}

/** The loop with its end at a place: one before its start becomes the start, since both were meant. `null` if it is too short. */
export function loopTo(loop: Loop | null, endMs: number): Loop | null {
  const [first, last] = [loop?.startMs ?? 0, endMs].sort((a, b) => a - b) as [number, number];
  return last - first < shortestMs ? null : { startMs: first, endMs: last };
}

/** Whether a place lies inside a loop, so that what would happen there by itself has to wait. */
export function loopsOver(loop: Loop | null, atMs: number): boolean {
  const { startMs, endMs } = loop ?? { startMs: 0, endMs: null };
  return endMs !== null && startMs < atMs && atMs < endMs;
}
