import { describe, expect, it } from 'vitest';
import { linksOfChapter } from './links-of-chapter.ts';

const first = { startMs: 0, endMs: 5000, title: 'A', listed: true, link: 'https://example.com/a' };
const hidden = (startMs: number, link: string) => ({ startMs, title: '', listed: false, link });
const last = { startMs: 5000, title: 'B', listed: true };
const chapters = [
  first,
  hidden(1000, 'https://example.com/1'),
  hidden(2000, 'https://example.com/a'),
  hidden(5000, 'https://example.com/2'),
  last,
];

describe('linksOfChapter', () => {
  it('are its own and those of what is not listed within it, each once', () => {
    expect(linksOfChapter(chapters, first)).toEqual(['https://example.com/a', 'https://example.com/1']);
  });

  it('last to the end with the last chapter', () => {
    expect(linksOfChapter(chapters, last)).toEqual(['https://example.com/2']);
  });
});
