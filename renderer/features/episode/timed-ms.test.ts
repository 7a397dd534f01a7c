import { describe, expect, it } from 'vitest';
import { timedMs } from './timed-ms.ts';

const textOf = (...times: [number, number][]) => ({
  paragraphs: [
    {
      text: '',
      sentences: times.map(([startMs, endMs]) => ({ start: 0, end: 0, startMs, endMs, words: [] })),
    },
  ],
});

describe('timedMs', () => {
  it('counts pauses as speech and long gaps not at all', () => {
    expect(timedMs(textOf([0, 10_000], [12_000, 20_000], [120_000, 130_000]))).toBe(30_000);
  });

  it('counts what overlaps once, in whatever order it is written', () => {
    expect(timedMs(textOf([5000, 20_000], [0, 10_000], [6000, 7000]))).toBe(20_000);
  });

  it('is nothing for a text without times', () => {
    expect(timedMs({ paragraphs: [{ text: 'a', sentences: [{ start: 0, end: 1, words: [] }] }] })).toBe(0);
  });
});
