import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { ParsedEpisode } from '../../core/feed/feed.ts';
import { failure, success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { keepForOffline } from './keep-for-offline.ts';
import { forgetArtwork } from './load-artwork.ts';
import { tellNews } from './library-news.ts';
import { repairOffline, scheduleOfflineRepair } from './repair-offline.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const podcastId = '00000000000000aa';
const feedUrl = 'https://example.com/feed';
let desktop: FakeDesktop;

beforeEach(async () => {
  desktop = new FakeDesktop({
    'artwork:load': () => success({ address: 'art://cache/1' }),
    'chapters:load': () =>
      success([
        { startMs: 0, title: 'One', imageUrl: 'https://example.com/chapter.png', listed: true },
        { startMs: 9, title: 'Two', imageUrl: 'https://stranger.example/spy.png', listed: true },
      ]),
  });
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  forgetArtwork();
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
  desktop.askedFor('artwork:load').map((args) => new URL((args as { url: string }).url).pathname);

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
    const before = desktop.asked.length;
    await repairOffline();
    expect(desktop.asked).toHaveLength(before);
  });

  it('asks again for what failed, but not before a day', async () => {
    const episodeId = await downloaded({ notesHtml: '' });
    desktop.answer('artwork:load', () => failure(appError('network-offline')));
    await repairOffline();
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 2 });
    desktop.answer('artwork:load', () => success({ address: 'art://cache/1' }));
    forgetArtwork();
    await repairOffline();
    expect(await cache.offline.get(episodeId)).toMatchObject({ missing: 2 });
    await cache.offline.update(episodeId, { triedAt: Date.now() - 25 * 3_600_000 });
    await repairOffline();
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
