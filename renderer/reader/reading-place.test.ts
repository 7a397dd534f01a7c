import { describe, expect, it } from 'vitest';
import { paragraphOfPlace, placeOfParagraph } from './reading-place.ts';

const text = (...lengths: number[]) => ({
  paragraphs: lengths.map((length) => ({ text: 'x'.repeat(length), sentences: [] })),
});

describe('a reading place', () => {
  it('leads back to its paragraph', () => {
    const here = text(100, 50, 200);
    for (const paragraph of [0, 1, 2])
      expect(paragraphOfPlace(here, placeOfParagraph(here, paragraph))).toEqual({ paragraph, start: 0 });
  });

  it('holds when the same words are divided otherwise, as chapters do', () => {
    const place = placeOfParagraph(text(100, 50, 200), 2);
    expect(paragraphOfPlace(text(60, 40, 50, 200), place)).toEqual({ paragraph: 3, start: 0 });
    expect(paragraphOfPlace(text(350), place)).toEqual({ paragraph: 0, start: 150 });
  });

  it('is the same share of the way in a text of another length', () => {
    const place = placeOfParagraph(text(100, 100), 1);
    expect(paragraphOfPlace(text(150, 150, 100), place)).toEqual({ paragraph: 1, start: 50 });
  });

  it('is nowhere in an empty text, and never behind the end', () => {
    expect(paragraphOfPlace(text(), { offset: 5, length: 10 })).toBeNull();
    expect(paragraphOfPlace(text(0, 0), { offset: 0, length: 0 })).toBeNull();
    expect(paragraphOfPlace(text(10), { offset: 99, length: 10 })).toEqual({ paragraph: 0, start: 9 });
  });
});
