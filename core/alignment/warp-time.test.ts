import { expect, it } from 'vitest';
import { warpTime } from './warp-time.ts';

const rows = (...values: number[]) => ({ values: Float32Array.from(values), count: values.length, width: 1 });
const costs = { wait: 0.3, skipSound: 2, skipText: 2 };

it('walks through what is said slower row by row', () => {
  const { first, last } = warpTime({
    text: rows(1, 5, 9),
    sound: rows(1, 5, 5, 5, 9),
    sentenceStarts: [0],
    costs,
  });
  expect(Array.from(first)).toEqual([0, 1, 4]);
  expect(Array.from(last)).toEqual([0, 3, 4]);
});

it('leaves out sound between two sentences', () => {
  const { first, last } = warpTime({
    text: rows(1, 2, 8, 9),
    sound: rows(1, 2, 50, 60, 70, 8, 9),
    sentenceStarts: [0, 2],
    costs,
  });
  expect(Array.from(first)).toEqual([0, 1, 5, 6]);
  expect(Array.from(last)).toEqual([0, 1, 5, 6]);
});

it('leaves out a sentence that is not there', () => {
  const { first } = warpTime({
    text: rows(1, 2, 50, 60, 8, 9),
    sound: rows(1, 2, 8, 9),
    sentenceStarts: [0, 2, 4],
    costs,
  });
  expect(Array.from(first)).toEqual([0, 1, -1, -1, 2, 3]);
});
