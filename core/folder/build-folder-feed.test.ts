import { expect, it } from 'vitest';
import type { AudioTags } from '../audio/audio-tags.ts';
import { parsedFeedSchema } from '../feed/feed.ts';
import { buildFolderFeed } from './build-folder-feed.ts';
import { folderPartUrl } from './folder-address.ts';
import type { FolderFile, FoundFile } from './folder-file.ts';

const podcastId = '0123456789abcdef';
const addedAt = Date.parse('2026-12-01T10:00:00Z');
const modifiedAt = Date.parse('2020-05-05T00:00:00Z');

function file(name: string, tags: Partial<AudioTags> = {}, hasCover = false): FolderFile {
  const id = name.length.toString(16).padStart(16, '0');
  const source = { size: 1000, modifiedAt };
  const about: FolderFile['about'] = {
    source,
    kind: 'mp3',
    fingerprint: id,
    hasCover,
    durationMs: 60_000,
    tags: { identifiers: [], ...tags },
  };
  return { id, name, about };
}

function feedOf(files: readonly FolderFile[], others: readonly string[] = []) {
  const found: FoundFile[] = others.map((name) => ({ name, size: 36, modifiedAt: 35 }));
  return parsedFeedSchema.parse(
    buildFolderFeed({ podcastId, title: 'Folder', addedAt, files, others: found }),
  );
}

it('takes title, show, author, date and number from the tags', () => {
  const tags = {
    title: 'Sea',
    album: 'Harbour',
    artist: 'Ann',
    date: '2026-11-22',
    track: 7,
    description: 'A & B',
  };
  const feed = feedOf([file('x.mp3', tags)]);
  expect(feed).toMatchObject({ title: 'Harbour', author: 'Ann', kind: 'episodic' });
  expect(feed.episodes).toMatchObject([
    {
      title: 'Sea',
      author: 'Ann',
      publishedAt: Date.parse('2026-11-22'),
      episodeNumber: 7,
      durationMs: 60_000,
      teaser: 'A & B',
      enclosure: { type: 'audio/mpeg', bytes: 1000 },
    },
  ]);
});

it('takes them from the names where there are no tags, or all say the same', () => {
  const same = { title: 'Track' };
  const feed = feedOf([file('2026-11-22 One.mp3', same), file('2026-11-23 Second.mp3', same)]);
  expect(feed.title).toBe('Folder');
  expect(feed.episodes.map(({ title }) => title)).toEqual(['Second', 'One']);
});

it('lays numbered files without dates in a row', () => {
  const feed = feedOf([file('10 - Ten.mp3'), file('2 - Two.mp3'), file('Disc 1/1 - One of disc.mp3')]);
  expect(feed.kind).toBe('serial');
  expect(feed.episodes.map(({ title }) => title)).toEqual(['Two', 'Ten', 'One of disc']);
  const times = feed.episodes.map(({ publishedAt = 0 }) => publishedAt);
  expect(times).toEqual([...times].sort((one, other) => other - one));
});

it('dates other files by their last change', () => {
  expect(feedOf([file('Talk.mp3')]).episodes[0]).toMatchObject({ title: 'Talk', publishedAt: modifiedAt });
});

it('gives each file the texts, chapters and pictures that lie beside it', () => {
  const others = [
    'Sub/Talk.ru.vtt',
    'Sub/talk.TXT',
    'Sub/Talk.chapters.json',
    'Talk.vtt',
    'cover.jpg',
    'Sub/folder.png',
  ];
  const feed = feedOf([file('Sub/Talk.mp3'), file('Other.mp3', {}, true)], others);
  const url = (name: string) => folderPartUrl(podcastId, { kind: 'file', name }, '10-z');
  const [other, talk] = feed.episodes;
  expect(talk).toMatchObject({
    title: 'Talk',
    imageUrl: url('Sub/folder.png'),
    chaptersUrl: url('Sub/Talk.chapters.json'),
    transcripts: [
      { url: url('Sub/Talk.ru.vtt'), type: 'text/vtt', language: 'ru' },
      { url: url('Sub/talk.TXT'), type: 'text/plain' },
    ],
  });
  expect(other).toMatchObject({ title: 'Other', transcripts: [] });
  expect(other?.imageUrl).toContain('/cover/');
  expect(feed.imageUrl).toBe(url('cover.jpg'));
});
