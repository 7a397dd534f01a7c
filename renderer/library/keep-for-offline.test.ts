import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { ParsedEpisode } from '../../core/feed/feed.ts';
import { defaultSettings } from '../../core/settings/default-settings.ts';
import { failure, success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { keepForOffline } from './keep-for-offline.ts';
import { tellNews } from './library-news.ts';
import { repairOffline, scheduleOfflineRepair } from './repair-offline.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const podcastId = '00000000000000aa';
const feedUrl = 'https://example.com/feed';
let desktop: FakeDesktop;
/** Episodes whose pictures are all here. */
let whole: Set<string>;

beforeEach(async () => {
  whole = new Set();
  desktop = new FakeDesktop({
    'artwork:keep': ({ episodeId }) => {
      whole.add(episodeId);
      return success({ missing: 0 });
    },
    'artwork:whole': ({ episodeIds }) => success({ episodeIds: episodeIds.filter((id) => whole.has(id)) }),
    'settings:read': () => success(defaultSettings),
    'chapters:load': () =>
      success([
        { startMs: 0, title: 'One', imageUrl: 'https://example.com/chapter.png', listed: true },
        { startMs: 9, title: 'Two', imageUrl: 'https://stranger.example/spy.png', listed: true },
      ]),
  });
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
});

async function downloaded(episode: Partial<ParsedEpisode>): Promise<string> {
  const feed = sampleFeed({
    imageUrl: 'https://example.com/show.png',
    persons: [{ name: 'Host', imageUrl: 'https://example.com/host.png' }],
    episodes: [sampleEpisode('a', episode)],
  });
  await run({ kind: 'subscribe', podcastId, feedUrl, feed, validators: {} });
  const { id } = (await library.episodes.toCollection().first())!;
  await library.downloads.put({ episodeId: id, state: 'done', receivedBytes: 1, requestedAt: 1, doneAt: 2 });
  return id;
}

const asked = () =>
  desktop
    .askedFor('artwork:keep')
    .flatMap((args) => (args as { urls: string[] }).urls.map((url) => new URL(url).pathname));

describe('keepForOffline', () => {
  it('brings every picture that the pages of the episode show, and no others', async () => {
    const episodeId = await downloaded({
      imageUrl: 'https://example.com/episode.png',
      chaptersUrl: 'https://example.com/chapters.json',
      notesHtml: '<p><img src="https://example.com/note.png"></p>',
    });
    await keepForOffline(episodeId);
    expect(asked()).toEqual(['/show.png', '/episode.png', '/host.png', '/chapter.png', '/note.png']);
    expect(await cache.offline.toArray()).toMatchObject([{ episodeId, missing: 0 }]);
  });
});

describe('repairOffline', () => {
  it('finishes what was interrupted, once', async () => {
    await downloaded({ notesHtml: '<img src="https://example.com/note.png">' });
    await repairOffline();
    expect(asked()).toContain('/note.png');
    const before = asked().length;
    await repairOffline();
    expect(asked()).toHaveLength(before);
  });

  it('brings pictures again that were lost', async () => {
    const episodeId = await downloaded({ notesHtml: '' });
    await repairOffline();
    whole.delete(episodeId);
    const before = asked().length;
    await repairOffline();
    expect(asked()).toHaveLength(2 * before);
  });

  it('asks again for what failed, but not before a day', async () => {
    const episodeId = await downloaded({ notesHtml: '' });
    desktop.answer('artwork:keep', ({ urls }) => success({ missing: urls.length }));
    await repairOffline();
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 2 });
    desktop.answer('artwork:keep', () => success({ missing: 0 }));
    await repairOffline();
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 2 });
    await cache.offline.update(episodeId, { triedAt: Date.now() - 25 * 3_600_000 });
    await repairOffline();
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 0 });
  });
});

describe('the article of the page', () => {
  const transcript = {
    language: 'en',
    source: { kind: 'page' as const, format: 'html' as const },
    timing: 'none' as const,
    paragraphs: [{ text: 'Article.', sentences: [] }],
    warnings: [],
  };
  const html = '<p><img src="https://example.com/bridge.png"></p>';

  function setPageTexts(pageTexts: typeof defaultSettings.downloads.pageTexts): void {
    const downloads = { ...defaultSettings.downloads, pageTexts };
    desktop.answer('settings:read', () => success({ ...defaultSettings, downloads }));
    desktop.answer('page:load', () => success({ kind: 'loaded', transcript, html, pages: 1 }));
  }

  it.each([
    ['own-site', 'https://www.example.com/one', true],
    ['own-site', 'https://stranger.example/one', false],
    ['always', 'https://stranger.example/one', true],
    ['never', 'https://www.example.com/one', false],
  ] as const)('%s: from %s %s', async (pageTexts, link, comes) => {
    setPageTexts(pageTexts);
    await keepForOffline(await downloaded({ link }));
    expect(desktop.askedFor('page:load')).toHaveLength(comes ? 1 : 0);
    expect(asked().includes('/bridge.png')).toBe(comes);
  });

  it('is not asked for where there is another text, nor twice', async () => {
    setPageTexts('always');
    const published = { ...transcript, source: { kind: 'publisher' as const, format: 'vtt' as const } };
    desktop.answer('transcript:load', () => success({ transcripts: [published], failed: [] }));
    const transcripts = [{ url: 'https://example.com/one.vtt', type: 'text/vtt' }];
    await keepForOffline(await downloaded({ link: 'https://example.com/one', transcripts }));
    expect(desktop.askedFor('page:load')).toEqual([]);
  });

  it('is asked for again after the network failed, not after the page had none', async () => {
    setPageTexts('own-site');
    desktop.answer('page:load', () => failure(appError('network-offline')));
    const episodeId = await downloaded({ link: 'https://example.com/one' });
    await keepForOffline(episodeId);
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 1 });
    desktop.answer('page:load', () => failure(appError('page-no-article')));
    await keepForOffline(episodeId);
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 0 });
  });
});

describe('scheduleOfflineRepair', () => {
  it('looks once after a refresh of many shows, not after each', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('window', Object.assign(new EventTarget(), { desktop }));
    const looks = vi.spyOn(cache.offline, 'toArray');
    scheduleOfflineRepair();
    vi.advanceTimersByTime(60_000);
    await repairOffline();
    looks.mockClear();
    for (const id of ['a', 'b', 'c']) {
      tellNews({ kind: 'refreshed', podcastId: id, addedIds: [] });
      vi.advanceTimersByTime(1_000);
      expect(looks).not.toHaveBeenCalled();
    }
    vi.advanceTimersByTime(60_000);
    expect(looks).toHaveBeenCalledTimes(1);
    await repairOffline();
    vi.useRealTimers();
  });
});
