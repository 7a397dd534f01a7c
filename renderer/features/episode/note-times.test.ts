import { describe, expect, it } from 'vitest';
import { noteTimes } from './note-times.ts';

const found = (text: string, durationMs: number | null = null) =>
  noteTimes(text, durationMs).map(({ start, end, ms }) => [text.slice(start, end), ms]);

describe('noteTimes', () => {
  it('finds times with and without hours', () => {
    expect(found('0:00 Start, (12:34) middle; 1:02:03 end, 75:30')).toEqual([
      ['0:00', 0],
      ['12:34', 754_000],
      ['1:02:03', 3_723_000],
      ['75:30', 4_530_000],
    ]);
  });

  it('leaves scores, dates and other numbers alone', () => {
    expect(found('3:1, 12:345, 2026:11:22, 10.12:30, 1:75:00, Иоанна 3:16:1')).toEqual([]);
  });

  it('takes what is past the end of the audio for the time of day', () => {
    expect(found('at 19:30, then 0:40', 60_000)).toEqual([['0:40', 40_000]]);
  });
});
