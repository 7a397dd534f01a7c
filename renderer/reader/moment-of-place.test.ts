import { describe, expect, it } from 'vitest';
import type { Paragraph, Transcript } from '../../core/transcript/transcript.ts';
import { momentOfPlace } from './moment-of-place.ts';

const line = (times: { startMs?: number; endMs?: number }): Paragraph => {
  const range = { start: 0, end: 4, ...times };
  return { text: 'word', sentences: [{ ...range, words: [range] }] };
};
const textOf = (...paragraphs: Paragraph[]): Transcript => ({
  language: 'en',
  source: { kind: 'publisher', format: 'text' },
  timing: 'aligned',
  paragraphs,
  warnings: [],
});
const word = (paragraph: number) => ({ paragraph, sentence: 0, word: 0 });

describe('momentOfPlace', () => {
  const text = textOf(line({ startMs: 1000, endMs: 2000 }), line({}), line({ startMs: 4000, endMs: 5000 }));

  it('is when a word is said', () => {
    expect(momentOfPlace(text, word(2), null)).toEqual({ atMs: 4000, isApproximate: false });
  });

  it('is a guess, and says so, for a word that was not found', () => {
    expect(momentOfPlace(text, word(1), null)).toEqual({ atMs: 2000, isApproximate: true });
  });

  it('is nothing in a text without times', () => {
    expect(momentOfPlace(textOf(line({})), word(0), 60_000)).toBeNull();
  });
});
