import { expect, it } from 'vitest';
import { nextChapterEdge } from './next-chapter-edge.ts';

const chapters = [
  { startMs: 1000, endMs: 9000, title: 'One', listed: true },
  { startMs: 5000, title: 'Two', listed: true },
];

it('finds starts and ends behind a moment, in order of time', () => {
  expect([0, 1000, 5000].map((afterMs) => nextChapterEdge(chapters, afterMs))).toEqual([1000, 5000, 9000]);
});

it('finds none behind the last', () => {
  expect(nextChapterEdge(chapters, 9000)).toBe(Number.POSITIVE_INFINITY);
});
