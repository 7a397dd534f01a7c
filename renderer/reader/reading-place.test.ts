import { describe, expect, it } from 'vitest';
import { placeOfPoint, pointOfPlace } from './reading-place.ts';

const text = (...lengths: number[]) => ({
  paragraphs: lengths.map((length) => ({ text: 'x'.repeat(length), sentences: [] })),
});

describe('a reading place', () => {
  it('leads back to its point', () => {
    const here = text(100, 50, 200);
    for (const paragraph of [0, 1, 2])
      for (const point of [
        { paragraph, offset: 0 },
        { paragraph, offset: 49 },
      ])
        expect(pointOfPlace(here, placeOfPoint(here, point))).toEqual(point);
  });

  it('holds when the same words are divided otherwise, as chapters do', () => {
    const place = placeOfPoint(text(100, 50, 200), { paragraph: 2, offset: 0 });
    expect(pointOfPlace(text(60, 40, 50, 200), place)).toEqual({ paragraph: 3, offset: 0 });
    expect(pointOfPlace(text(350), place)).toEqual({ paragraph: 0, offset: 150 });
  });

  it('is the same share of the way in a text of another length', () => {
    const place = placeOfPoint(text(100, 100), { paragraph: 1, offset: 0 });
    expect(pointOfPlace(text(150, 150, 100), place)).toEqual({ paragraph: 1, offset: 50 });
  });

  it('is nowhere in an empty text, and never behind the end', () => {
    expect(pointOfPlace(text(), { offset: 5, length: 10 })).toBeNull();
    expect(pointOfPlace(text(0, 0), { offset: 0, length: 0 })).toBeNull();
    expect(pointOfPlace(text(10), { offset: 99, length: 10 })).toEqual({ paragraph: 0, offset: 9 });
  });
});
