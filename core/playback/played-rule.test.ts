import { describe, expect, it } from 'vitest';
import { countsAsPlayed as countsWithin } from './played-rule.ts';

const minute = 60_000;
const countsAsPlayed = (positionMs: number, durationMs: number | null) =>
  countsWithin(positionMs, durationMs, 15_000);

describe('countsAsPlayed', () => {
  it('takes the last seconds of a long episode for its end', () => {
    expect(countsAsPlayed(60 * minute - 14_000, 60 * minute)).toBe(true);
    expect(countsAsPlayed(60 * minute - 16_000, 60 * minute)).toBe(false);
  });

  it('takes less of a short one', () => {
    expect(countsAsPlayed(minute - 2_000, minute)).toBe(true);
    expect(countsAsPlayed(minute - 10_000, minute)).toBe(false);
  });

  it('goes by what the listener set', () => {
    expect(countsWithin(58 * minute, 60 * minute, 2 * minute)).toBe(true);
    expect(countsWithin(57 * minute, 60 * minute, 2 * minute)).toBe(false);
    expect(countsWithin(60 * minute - 1, 60 * minute, 0)).toBe(false);
  });

  it('cannot tell without a length', () => {
    expect(countsAsPlayed(99 * minute, null)).toBe(false);
    expect(countsAsPlayed(0, 0)).toBe(false);
  });
});
