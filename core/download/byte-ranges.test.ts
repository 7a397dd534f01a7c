import { describe, expect, it } from 'vitest';
import { countBytes, endFrom, gapFrom, rangesWithin, withRange } from './byte-ranges.ts';
import type { ByteRanges } from './byte-ranges.ts';

const ranges: ByteRanges = [
  [0, 10],
  [20, 30],
  [50, 60],
];

describe('stretches of a file', () => {
  it('become one where they touch', () => {
    expect(withRange(ranges, 30, 40)).toEqual([
      [0, 10],
      [20, 40],
      [50, 60],
    ]);
    expect(withRange(ranges, 5, 55)).toEqual([[0, 60]]);
    expect(withRange(ranges, 12, 14)).toHaveLength(4);
    expect(withRange(ranges, 7, 7)).toBe(ranges);
  });

  it('tell where what is here ends, and what is missing', () => {
    expect([endFrom(ranges, 0), endFrom(ranges, 25), endFrom(ranges, 10)]).toEqual([10, 30, 10]);
    expect(gapFrom(ranges, 0, 100)).toEqual({ start: 10, end: 20 });
    expect(gapFrom(ranges, 15, 100)).toEqual({ start: 15, end: 20 });
    expect(gapFrom(ranges, 55, 100)).toEqual({ start: 60, end: null });
    expect(gapFrom(ranges, 55, 60)).toBeNull();
    expect(gapFrom([], 0, undefined)).toEqual({ start: 0, end: null });
  });

  it('end with their file', () => {
    expect(rangesWithin(ranges, 25)).toEqual([
      [0, 10],
      [20, 25],
    ]);
    expect(rangesWithin(ranges, 20)).toEqual([[0, 10]]);
    expect(countBytes(ranges)).toBe(30);
  });
});
