import { describe, expect, it } from 'vitest';
import { loopFrom, loopsOver, loopTo } from './loop.ts';

describe('a loop', () => {
  it('begins at a place and keeps an end behind it', () => {
    expect(loopFrom(null, 5000)).toEqual({ startMs: 5000, endMs: null });
    expect(loopFrom({ startMs: 1000, endMs: 9000 }, 5000)).toEqual({ startMs: 5000, endMs: 9000 });
    expect(loopFrom({ startMs: 1000, endMs: 4000 }, 5000)).toEqual({ startMs: 5000, endMs: null });
  });

  it('ends at a place, from its start or from the beginning', () => {
    expect(loopTo({ startMs: 5000, endMs: null }, 9000)).toEqual({ startMs: 5000, endMs: 9000 });
    expect(loopTo(null, 9000)).toEqual({ startMs: 0, endMs: 9000 });
  });

  it('has its ends in order, whichever was set first', () => {
    expect(loopTo({ startMs: 5000, endMs: null }, 2000)).toEqual({ startMs: 2000, endMs: 5000 });
  });

  it('lies over the places between its ends, once it has both', () => {
    expect([1000, 5000, 9000].map((atMs) => loopsOver({ startMs: 1000, endMs: 9000 }, atMs))).toEqual([
      false,
      true,
      false,
    ]);
    expect(loopsOver({ startMs: 1000, endMs: null }, 5000)).toBe(false);
    expect(loopsOver(null, 5000)).toBe(false);
  });

  it('is none when both ends are at one place', () => {
    expect(loopTo({ startMs: 5000, endMs: null }, 5100)).toBeNull();
  });
});
