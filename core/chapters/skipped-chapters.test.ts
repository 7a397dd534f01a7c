import { describe, expect, it } from 'vitest';
import { skippedStretches } from './skipped-chapters.ts';

const listed = (startMs: number, endMs?: number) => ({
  startMs,
  ...(endMs === undefined ? {} : { endMs }),
  title: String(startMs),
  listed: true,
});
const chapters = [
  listed(0),
  listed(1000, 1800),
  { startMs: 1200, title: '', listed: false },
  listed(2000),
  listed(3000),
];

describe('skippedStretches', () => {
  it('lasts until the next listed chapter, or as long as the chapter says', () => {
    expect(skippedStretches(chapters, [0])).toEqual([{ startMs: 0, endMs: 1000 }]);
    expect(skippedStretches(chapters, [1000])).toEqual([{ startMs: 1000, endMs: 1800 }]);
  });

  it('joins neighbours, and goes to the end with the last', () => {
    expect(skippedStretches(chapters, [3000, 2000, 0, 1000])).toEqual([
      { startMs: 0, endMs: 1800 },
      { startMs: 2000, endMs: null },
    ]);
  });

  it('forgets chapters that are no more, and leaves out nothing that is not listed', () => {
    expect(skippedStretches(chapters, [500, 1200])).toEqual([]);
  });
});
