import { describe, expect, it } from 'vitest';
import type { Chapter } from '../feed/feed.ts';
import { mergeChapters } from './merge-chapters.ts';

const chapter = (startMs: number, title: string, more: Partial<Chapter> = {}): Chapter => ({
  startMs,
  title,
  listed: true,
  ...more,
});
const none: readonly Chapter[] = [];
const titles = (chapters: readonly Chapter[]) => chapters.map((each) => each.title);

describe('mergeChapters', () => {
  it('prefers the linked file, then the feed, then the audio file', () => {
    const [linked, feed, audio] = [[chapter(0, 'linked')], [chapter(0, 'feed')], [chapter(0, 'audio')]];
    expect(titles(mergeChapters({ linked, feed, audio }))).toEqual(['linked']);
    expect(titles(mergeChapters({ linked: none, feed, audio }))).toEqual(['feed']);
    expect(titles(mergeChapters({ linked: none, feed: none, audio }))).toEqual(['audio']);
    expect(mergeChapters({ linked: none, feed: none, audio: none })).toEqual([]);
  });

  it('prefers a source that names chapters, and keeps the pictures of one that only changes them', () => {
    const linked = [chapter(0, '', { listed: false, imageUrl: 'https://example.com/a.jpg' })];
    const feed = [chapter(5000, 'feed')];
    expect(mergeChapters({ linked, feed, audio: none })).toEqual([...linked, ...feed]);
    expect(mergeChapters({ linked, feed: none, audio: none })).toEqual(linked);
  });

  it('borrows pictures and links from chapters that start at the same moment', () => {
    const feed = [
      chapter(10_000, 'b'),
      chapter(400, 'a', { imageUrl: 'https://example.com/a.jpg', link: 'https://example.com/' }),
    ];
    const merged = mergeChapters({ linked: [chapter(0, 'A'), chapter(30_000, 'C')], feed, audio: none });
    expect(merged[0]).toMatchObject({
      title: 'A',
      imageUrl: 'https://example.com/a.jpg',
      link: 'https://example.com/',
    });
    expect(merged[1]).toEqual(chapter(30_000, 'C'));
  });

  it('takes what is not listed from one source only', () => {
    const hidden = (startMs: number) => chapter(startMs, '', { listed: false });
    const linked = [chapter(0, 'A'), hidden(1000)];
    const merged = mergeChapters({ linked, feed: [hidden(2000)], audio: [hidden(3000)] });
    expect(merged.map(({ startMs }) => startMs)).toEqual([0, 1000]);
  });

  it('lets a chapter last until the next listed one', () => {
    const linked = [
      chapter(0, 'A'),
      chapter(1000, '', { listed: false }),
      chapter(2000, 'B', { endMs: 2500 }),
      chapter(3000, 'C'),
    ];
    const ends = mergeChapters({ linked, feed: none, audio: none }).map((each) => each.endMs);
    expect(ends).toEqual([2000, undefined, 2500, undefined]);
  });
});
