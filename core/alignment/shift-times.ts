import type { Sentence } from '../transcript/transcript.ts';
import type { Alignment } from './alignment.ts';

type Shifts = Alignment['shifts'];

/** A sentence with the publisher's times put right: each moved by the last shift that begins at or before it. */
export function shiftTimes(sentence: Sentence, shifts: Shifts): Sentence {
  if (sentence.startMs === undefined || shifts.length === 0) return sentence;
  const by = shiftAt(shifts, sentence.startMs);
  return by === 0
    ? sentence
    : { ...moved(sentence, by), words: sentence.words.map((word) => moved(word, by)) };
}

function shiftAt(shifts: Shifts, ms: number): number {
  return shifts.findLast(({ fromMs }) => fromMs <= ms)?.shiftMs ?? 0;
}

function moved<Timed extends { startMs?: number | undefined; endMs?: number | undefined }>(
  timed: Timed,
  by: number,
): Timed {
  const { startMs, endMs } = timed;
  return {
    ...timed,
    ...(startMs === undefined ? {} : { startMs: Math.max(0, startMs + by) }),
    ...(endMs === undefined ? {} : { endMs: Math.max(0, endMs + by) }),
  };
}
