import { describe, expect, it } from 'vitest';
import { sameParagraph } from './same-paragraph.ts';

/** A text of paragraphs with so many sentences each. */
const textOf = (...counts: number[]) => ({
  paragraphs: counts.map((count) => ({
    text: '',
    sentences: Array.from({ length: count }, () => ({ start: 0, end: 0, words: [] })),
  })),
});

describe('sameParagraph', () => {
  it('is the same where nothing was cut', () => {
    expect(sameParagraph(textOf(2, 1, 3), 2, textOf(2, 1, 3))).toBe(2);
  });

  it('counts the paragraphs that chapters have cut before it', () => {
    expect(sameParagraph(textOf(4, 2, 3), 2, textOf(1, 3, 2, 3))).toBe(3);
  });

  it('is found again where cut paragraphs are whole once more', () => {
    expect(sameParagraph(textOf(1, 3, 2), 1, textOf(4, 2))).toBe(0);
  });

  it('stays inside the text', () => {
    expect(sameParagraph(textOf(1, 1), 1, textOf(1))).toBe(0);
    expect(sameParagraph(textOf(1), 0, textOf())).toBe(0);
  });
});
