import { describe, expect, it } from 'vitest';
import { chapterBefore } from './chapter-before.ts';

const chapters = [0, 60_000, 120_000].map((startMs) => ({ startMs, title: '', listed: true }));

describe('chapterBefore', () => {
  it('goes to the start of the chapter', () => {
    expect(chapterBefore(chapters, 90_000)).toBe(60_000);
  });

  it('goes to the one before when the chapter has just begun', () => {
    expect(chapterBefore(chapters, 61_000)).toBe(0);
  });

  it('goes to the beginning from before the first', () => {
    expect(chapterBefore(chapters, 500)).toBe(0);
    expect(chapterBefore([], 500)).toBe(0);
  });
});
