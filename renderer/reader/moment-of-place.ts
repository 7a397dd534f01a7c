import { approximateTime } from '../../core/transcript/approximate-time.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { timeOfPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';

export interface Moment {
  readonly atMs: number;
  /** Nobody knows when these words are said: they were not found in the sound. */
  readonly isApproximate: boolean;
}

/** When to play from to hear a word; null in a text without times. `durationMs`: of the sound, where known. */
export function momentOfPlace(
  transcript: Transcript,
  place: TextPlace,
  durationMs: number | null,
): Moment | null {
  const knownMs = timeOfPlace(transcript, place);
  const atMs = knownMs ?? approximateTime(transcript, place, durationMs);
  return atMs === null ? null : { atMs, isApproximate: knownMs === null };
}
