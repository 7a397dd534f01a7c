import { describe, expect, it } from 'vitest';
import { chapterAt } from './chapter-at.ts';

const chapters = [
  { startMs: 1000, title: 'One', listed: true },
  { startMs: 5000, endMs: 8000, title: 'Two', listed: true },
];

describe('chapterAt', () => {
  it('finds the chapter a moment belongs to', () => {
    expect(chapterAt(chapters, 1000)).toBe(0);
    expect(chapterAt(chapters, 4999)).toBe(0);
    expect(chapterAt(chapters, 7999)).toBe(1);
  });

  it('finds none outside all chapters', () => {
    expect(chapterAt(chapters, 999)).toBe(-1);
    expect(chapterAt(chapters, 8000)).toBe(-1);
    expect(chapterAt([], 0)).toBe(-1);
  });
});
