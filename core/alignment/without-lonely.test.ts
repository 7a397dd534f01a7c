import { expect, it } from 'vitest';
import type { AlignedSentence } from './alignment.ts';
import { withoutLonely } from './without-lonely.ts';

const found = (startMs: number, endMs: number, confidence = 2): AlignedSentence => ({
  startMs,
  endMs,
  confidence,
  wordsMs: [],
});
const starts = (...sentences: (AlignedSentence | null)[]): (number | null)[] =>
  withoutLonely(sentences).map((sentence) => sentence?.startMs ?? null);

it('leaves out a short sentence far from those around it in the text', () => {
  const [first, last] = [found(1_000, 5_000), found(60_000, 64_000)];
  expect(starts(first, found(30_000, 30_500), last)).toEqual([1_000, null, 60_000]);
  expect(starts(null, found(30_000, 31_900), null)).toEqual([null, null, null]);
});

it('leaves out a doubtful one that stands alone, and keeps a sure one', () => {
  expect(starts(found(30_000, 34_000, 1.4))).toEqual([null]);
  expect(starts(found(30_000, 34_000, 1.5))).toEqual([30_000]);
});

it('keeps what follows or leads a neighbour, also over some that were not found', () => {
  expect(starts(found(1_000, 5_000), found(6_000, 6_500, 1))).toEqual([1_000, 6_000]);
  expect(starts(found(50_000, 50_500, 1), null, null, found(57_000, 61_000))).toEqual([
    50_000,
    null,
    null,
    57_000,
  ]);
  expect(starts(found(50_000, 50_500, 1), null, null, null, found(57_000, 61_000))[0]).toBeNull();
});
