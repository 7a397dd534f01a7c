import { describe, expect, it } from 'vitest';
import type { Warp, WarpTask } from './warp-time.ts';
import { warpTime } from './warp-time.ts';

const rows = (...values: number[]) => ({ values: Float32Array.from(values), count: values.length, width: 1 });
const costs = { wait: 0.3, skipSound: 2, skipText: 2 };
const warp = (task: WarpTask, own = costs): Warp => [...warpTime(task, [own])][0]!;

it('walks through what is said slower row by row', () => {
  const { first, last } = warp({
    text: rows(1, 5, 9),
    sound: rows(1, 5, 5, 5, 9),
    sentenceStarts: [0],
  });
  expect(Array.from(first)).toEqual([0, 1, 4]);
  expect(Array.from(last)).toEqual([0, 3, 4]);
});

it('leaves out sound between two sentences', () => {
  const { first, last } = warp({
    text: rows(1, 2, 8, 9),
    sound: rows(1, 2, 50, 60, 70, 8, 9),
    sentenceStarts: [0, 2],
  });
  expect(Array.from(first)).toEqual([0, 1, 5, 6]);
  expect(Array.from(last)).toEqual([0, 1, 5, 6]);
});

it('leaves out a sentence that is not there', () => {
  const { first } = warp({
    text: rows(1, 2, 50, 60, 8, 9),
    sound: rows(1, 2, 8, 9),
    sentenceStarts: [0, 2, 4],
  });
  expect(Array.from(first)).toEqual([0, 1, -1, -1, 2, 3]);
});

it('shares a row of sound between two sentences when there are too few', () => {
  const { first, last } = warp({ text: rows(1, 5, 5, 9), sound: rows(1, 5, 9), sentenceStarts: [0, 2] });
  expect(Array.from(first)).toEqual([0, 1, 1, 2]);
  expect(Array.from(last)).toEqual([0, 1, 1, 2]);
});

it('goes several ways at once, each as it would go alone', () => {
  const task = { text: rows(1, 2, 50, 60, 8, 9), sound: rows(1, 2, 51, 30, 8, 9), sentenceStarts: [0, 2, 4] };
  const dear = { wait: 0.3, skipSound: 20, skipText: 20 };
  const [cheap, whole] = [...warpTime(task, [costs, dear])] as [Warp, Warp];
  expect(cheap).toEqual(warp(task));
  expect(whole).toEqual(warp(task, dear));
  expect(cheap.first[2]).toBe(-1);
  expect(whole.first[2]).toBe(2);
});

describe('where each sentence may lie only within a range', () => {
  const text = rows(1, 2, 8, 9);
  // Both sentences are heard twice.
  const sound = rows(1, 2, 8, 9, 40, 40, 1, 2, 8, 9);
  const place = (...ranges: { from: number; until: number }[]) =>
    Array.from(warp({ text, sound, sentenceStarts: [0, 2], ranges }).first);

  it('is found there, wherever else it might be', () => {
    expect(place({ from: 0, until: 3 }, { from: 1, until: 5 })).toEqual([0, 1, 2, 3]);
    expect(place({ from: 5, until: 9 }, { from: 6, until: 10 })).toEqual([6, 7, 8, 9]);
    expect(place({ from: 0, until: 3 }, { from: 6, until: 10 })).toEqual([0, 1, 8, 9]);
  });

  it('goes as it would go alone when its range is all of the sound', () => {
    const all = { from: 0, until: 10 };
    expect(place(all, all)).toEqual(Array.from(warp({ text, sound, sentenceStarts: [0, 2] }).first));
  });

  it('is left out when it is nowhere in it', () => {
    expect(place({ from: 0, until: 3 }, { from: 4, until: 7 })).toEqual([0, 1, -1, -1]);
  });
});
