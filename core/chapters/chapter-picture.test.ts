import { describe, expect, it } from 'vitest';
import { chapterPicture } from './chapter-picture.ts';

const chapters = [
  { startMs: 0, endMs: 10_000, title: 'A', listed: true, imageUrl: 'a' },
  { startMs: 4000, endMs: 6000, title: '', listed: false, imageUrl: 'b' },
  { startMs: 7000, title: '', listed: false, link: 'https://example.com/' },
  { startMs: 10_000, title: 'C', listed: true },
];

describe('chapterPicture', () => {
  it('is that of the chapter', () => {
    expect(chapterPicture(chapters, 0)).toBe('a');
  });

  it('is changed by what is not listed, as long as that lasts', () => {
    expect(chapterPicture(chapters, 4000)).toBe('b');
    expect(chapterPicture(chapters, 6000)).toBe('a');
  });

  it('is not changed by an entry without a picture that is not listed', () => {
    expect(chapterPicture(chapters, 8000)).toBe('a');
  });

  it('is the cover in a chapter without one, and outside all chapters', () => {
    expect(chapterPicture(chapters, 10_000)).toBeNull();
    expect(chapterPicture([], 0)).toBeNull();
  });
});
