import type { Pauses } from '../audio/silence-map.ts';

export interface Pause {
  readonly startMs: number;
  readonly endMs: number;
}

/** A jump is heard as a short gap: for less than this (ms) it gains nothing. */
export const leastGainMs = 200;

/** The first pause worth leaving out that begins behind `afterMs`, by binary search; `null` when none follows. */
export function nextPause(pauses: Pauses, afterMs: number): Pause | null {
  let low = 0;
  let high = pauses.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pauses[middle * 2] ?? 0) > afterMs) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < pauses.length / 2; at++) {
    const [startMs = 0, endMs = 0] = [pauses[at * 2], pauses[at * 2 + 1]];
    if (endMs - startMs >= leastGainMs) return { startMs, endMs };
  }
  return null;
}
