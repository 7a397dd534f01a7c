import { describe, expect, it } from 'vitest';
import { approximateTime } from './approximate-time.ts';
import type { Paragraph } from './transcript.ts';

/** A paragraph of one sentence with one word of ten letters, timed or not. */
const line = (startMs?: number): Paragraph => {
  const times = startMs === undefined ? {} : { startMs, endMs: startMs + 1000 };
  const range = { start: 0, end: 10, ...times };
  return { text: 'abcdefghij', sentences: [{ ...range, words: [range] }] };
};
const word = (paragraph: number) => ({ paragraph, sentence: 0, word: 0 });

describe('approximateTime', () => {
  it('divides the time between two neighbours by characters', () => {
    const paragraphs = [line(1000), line(), line(), line(6000)];
    expect(approximateTime({ paragraphs }, word(1), null)).toBe(2000);
    expect(approximateTime({ paragraphs }, word(2), null)).toBe(4000);
  });

  it('counts from the beginning of the sound and to its end', () => {
    const paragraphs = [line(), line(), line(8000), line(), line()];
    expect(approximateTime({ paragraphs }, word(1), null)).toBe(4000);
    expect(approximateTime({ paragraphs }, word(4), 11_000)).toBe(10_000);
    expect(approximateTime({ paragraphs }, word(4), null)).toBe(9000);
  });

  it('goes by a paragraph that has a time where nothing in it has', () => {
    const { text, sentences } = line();
    const second = { start: 5, end: 10, words: [{ start: 5, end: 10 }] };
    const paragraphs = [{ text, sentences: [...sentences, second], startMs: 2000, endMs: 4000 }];
    expect(approximateTime({ paragraphs }, { paragraph: 0, sentence: 1, word: 0 }, null)).toBe(3000);
  });

  it('is nothing in a text without times', () => {
    expect(approximateTime({ paragraphs: [line(), line()] }, word(1), 60_000)).toBeNull();
  });
});
