import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { success } from '../../core/result.ts';
import { listBookmarks } from './bookmarks.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { getEpisodeSettings, getPodcastSettings } from './podcast-settings.ts';
import { refreshFeed } from './refresh-feed.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

let desktop: FakeDesktop;
let podcastId: string;
let episodeId: string;

function publish(title: string): void {
  const feed = packFeed(sampleFeed({ episodes: [sampleEpisode('one', { title })] }));
  desktop.answer('feed:fetch', () =>
    success({ kind: 'fetched', feed, url: 'https://example.com/feed', validators: { etag: title } }),
  );
}

beforeEach(async () => {
  desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  publish('First title');
  const subscribed = await subscribe({ address: 'https://example.com/feed' });
  if (!subscribed.ok || subscribed.value.kind !== 'subscribed') throw new Error(JSON.stringify(subscribed));
  podcastId = subscribed.value.podcastId;
  episodeId = (await library.episodes.toCollection().first())!.id;
});

describe('what the listener sets', () => {
  it('is kept for a show, and is as for all again when nothing is left of it', async () => {
    await run({ kind: 'set-podcast-settings', settings: { podcastId, speed: 1.35 } });
    expect(await getPodcastSettings(podcastId)).toEqual({ podcastId, speed: 1.35 });
    await run({ kind: 'set-podcast-settings', settings: { podcastId } });
    expect(await library.podcastSettings.count()).toBe(0);
    expect(await getPodcastSettings(podcastId)).toEqual({ podcastId });
  });

  it('is kept for an episode', async () => {
    await run({ kind: 'set-episode-settings', settings: { episodeId, skippedChapters: [60_000] } });
    expect(await getEpisodeSettings(episodeId)).toEqual({ episodeId, skippedChapters: [60_000] });
  });

  it('makes favourites that a refresh does not forget', async () => {
    await run({ kind: 'set-favourite', episodeIds: [episodeId], favourite: true });
    publish('Second title');
    await refreshFeed(podcastId);
    expect(await library.episodes.get(episodeId)).toMatchObject({
      title: 'Second title',
      favouriteAt: expect.any(Number) as number,
    });
    await run({ kind: 'set-favourite', episodeIds: [episodeId], favourite: false });
    expect(await library.episodes.get(episodeId)).not.toHaveProperty('favouriteAt');
  });

  it('lists bookmarks in the order of their times', async () => {
    const bookmark = (id: string, positionMs: number) =>
      run({ kind: 'keep-bookmark', bookmark: { id, episodeId, positionMs, note: '', createdAt: 1 } });
    await bookmark('b', 90_000);
    await bookmark('a', 5000);
    await bookmark('c', 30_000);
    await run({ kind: 'delete-bookmark', bookmarkId: 'c' });
    expect((await listBookmarks(episodeId)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is refused for what the library does not have, and goes with the show', async () => {
    const stranger = { podcastId: 'nobody', speed: 2 };
    expect(await run({ kind: 'set-podcast-settings', settings: stranger })).toMatchObject({ ok: false });
    await run({ kind: 'set-podcast-settings', settings: { podcastId, speed: 2 } });
    await run({ kind: 'set-episode-settings', settings: { episodeId, volumeDb: 3 } });
    await run({
      kind: 'keep-bookmark',
      bookmark: { id: 'b', episodeId, positionMs: 0, note: '', createdAt: 1 },
    });
    await run({ kind: 'unsubscribe', podcastId });
    const left = [library.podcastSettings, library.episodeSettings, library.bookmarks];
    expect(await Promise.all(left.map((table) => table.count()))).toEqual([0, 0, 0]);
  });
});
