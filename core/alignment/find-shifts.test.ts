import { expect, it } from 'vitest';
import { findShifts } from './find-shifts.ts';

/** Sentences ten seconds apart by the publisher, heard so much later. */
function shifted(shifts: readonly (number | null)[], timed: 'cue' | 'word' = 'cue') {
  const publishedMs = shifts.map((_, index) => index * 10_000);
  const sentences = shifts.map((shift, index) =>
    shift === null
      ? null
      : {
          startMs: index * 10_000 + shift,
          endMs: index * 10_000 + shift + 5_000,
          confidence: 2,
          wordsMs: [],
        },
  );
  return findShifts(sentences, { publishedMs, timed });
}

it('finds nothing where times are right but for the slack of cues', () => {
  expect(shifted([0, 300, -400, 100, 900])).toEqual([]);
});

it('finds where a block was put in, and where the next one', () => {
  expect(shifted([100, 0, 30_000, 30_100, null, 30_200, 75_000, 75_000])).toEqual([
    { fromMs: 20_000, shiftMs: 30_100 },
    { fromMs: 60_000, shiftMs: 75_000 },
  ]);
});

it('shifts all when the block stands before everything', () => {
  expect(shifted([null, 15_000, 15_000, 15_000])).toEqual([{ fromMs: 0, shiftMs: 15_000 }]);
});

it('tells where times are right again', () => {
  expect(shifted([15_000, 15_000, 0, 0])).toEqual([
    { fromMs: 0, shiftMs: 15_000 },
    { fromMs: 20_000, shiftMs: 0 },
  ]);
});

it('tells of words which are off by less than a phrase may be', () => {
  const shifts = [20, -30, 620, 580, 600];
  expect(shifted(shifts, 'cue')).toEqual([]);
  expect(shifted(shifts, 'word')).toEqual([{ fromMs: 20_000, shiftMs: 600 }]);
});

it('does not believe a single sentence', () => {
  expect(shifted([0, 0, 42_000, 0, 0])).toEqual([]);
});

it('finds nothing in a text without times', () => {
  const sentences = [{ startMs: 5, endMs: 9, confidence: 2, wordsMs: [] }];
  expect(findShifts(sentences, { publishedMs: [undefined], timed: 'cue' })).toEqual([]);
});
