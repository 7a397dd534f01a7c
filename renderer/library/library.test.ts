import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { ParsedFeed } from '../../core/feed/feed.ts';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { failure, success } from '../../core/result.ts';
import { onCommand, run } from './commands.ts';
import { cache, library } from './database.ts';
import {
  countNew,
  findEpisodes,
  getEpisode,
  listByCategory,
  listEpisodes,
  listNewEpisodes,
  listOtherEpisodes,
} from './episodes.ts';
import { removeLeftovers } from './leftover-files.ts';
import { recall } from './memory.ts';
import { getPodcast, listPodcasts } from './podcasts.ts';
import { listQueue } from './queue.ts';
import { refreshAll, refreshFeed } from './refresh-feed.ts';
import type { EpisodeListItem } from './rows.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const day = 24 * 3_600_000;
const today = 20_000 * day;
let desktop: FakeDesktop;

beforeEach(async () => {
  desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
});

/** Publishes `feed` at `url`: the next fetch brings it. */
function publish(feed: ParsedFeed, url = 'https://example.com/feed'): void {
  desktop.answer('feed:fetch', () =>
    success({
      kind: 'fetched',
      feed: packFeed(feed),
      url,
      validators: { etag: `"${feed.episodes.length}"` },
    }),
  );
}

/** Episodes published on the given days. */
const daily = (...days: number[]) =>
  days.map((number) => sampleEpisode(String(number), { publishedAt: number * day }));

async function subscribed(feed: ParsedFeed, url = 'https://example.com/feed'): Promise<string> {
  publish(feed, url);
  const result = await subscribe({ address: url });
  if (!result.ok || result.value.kind !== 'subscribed') throw new Error(JSON.stringify(result));
  return result.value.podcastId;
}

const names = (items: EpisodeListItem[]) => items.map((item) => item.episode.identity).join(' ');
const idOf = async (identity: string) =>
  (await library.episodes.toArray()).find((episode) => episode.identity === identity)!.id;

/** Lets the user do something whenever the library pauses in long work. */
function stubPauses(meanwhile: () => Promise<unknown>): { count: number } {
  const pauses = { count: 0 };
  vi.stubGlobal('MessageChannel', function () {
    const port1 = { onmessage: () => undefined, close: () => undefined };
    const postMessage = () => {
      pauses.count += 1;
      void meanwhile().then(() => port1.onmessage());
    };
    return { port1, port2: { postMessage } };
  });
  return pauses;
}

describe('subscribing', () => {
  it('keeps the show with its episodes, newest first, the newest few of them new', async () => {
    const id = await subscribed(sampleFeed({ title: 'One', episodes: daily(1, 9, 3, 4, 5, 6, 7) }));
    expect(names(await listEpisodes(id))).toBe('9 7 6 5 4 3 1');
    expect(names(await listNewEpisodes({ limit: 10 }))).toBe('9 7 6 5 4');
    expect(await getPodcast(id)).toMatchObject({
      title: 'One',
      episodeCount: 7,
      newCount: 5,
      latestAt: 9 * day,
    });
    expect(await countNew()).toBe(5);
  });

  it('keeps the notes apart from the list', async () => {
    const id = await subscribed(sampleFeed({ episodes: daily(1) }));
    const [item] = await listEpisodes(id);
    expect(item!.episode).not.toHaveProperty('notesHtml');
    expect((await getEpisode(item!.episode.id))?.detail?.notesHtml).toBe('<p>Notes of 1</p>');
  });

  it.each(['http://example.com/feed', 'feed://EXAMPLE.com/feed/'])(
    'knows a show again by %s',
    async (address) => {
      const podcastId = await subscribed(sampleFeed());
      expect(await subscribe({ address })).toEqual(success({ kind: 'already', podcastId }));
    },
  );

  it('knows a show again by its podcast:guid', async () => {
    const podcastId = await subscribed(sampleFeed({ podcastGuid: 'g' }));
    publish(sampleFeed({ podcastGuid: 'g' }), 'https://other.example/feed');
    expect(await subscribe({ address: 'https://other.example/feed' })).toEqual(
      success({ kind: 'already', podcastId }),
    );
  });

  it('hands over what the server says of pages and failures, and keeps nothing', async () => {
    const feeds = [{ url: 'https://example.com/feed', title: 'Feed' }];
    desktop.answer('feed:fetch', () => success({ kind: 'page', feeds }));
    expect(await subscribe({ address: 'example.com' })).toEqual(success({ kind: 'page', feeds }));
    desktop.answer('feed:fetch', () => failure(appError('http-gone')));
    expect(await subscribe({ address: 'example.com' })).toMatchObject({ error: { code: 'http-gone' } });
    expect(await listPodcasts()).toEqual([]);
  });

  it('can be cancelled while the server is silent', async () => {
    const aborting = new AbortController();
    desktop.answer('request:cancel', () => success({}));
    desktop.answer('feed:fetch', () => {
      aborting.abort();
      return success({
        kind: 'fetched',
        feed: packFeed(sampleFeed()),
        url: 'https://example.com/',
        validators: {},
      });
    });
    const result = await subscribe({ address: 'example.com', signal: aborting.signal });
    expect(result).toEqual(success({ kind: 'cancelled' }));
    expect(desktop.askedFor('request:cancel')).toHaveLength(1);
    expect(await listPodcasts()).toEqual([]);
  });
});

describe('refreshing', () => {
  it('adds what is new and keeps what the user did', async () => {
    const id = await subscribed(sampleFeed({ episodes: daily(100, 99) }));
    await run({ kind: 'mark-played', episodeIds: [await idOf('99')], played: true });
    const renamed = sampleEpisode('99', { publishedAt: 99 * day, title: 'Renamed' });
    publish(sampleFeed({ episodes: [...daily(101, 100), renamed, ...daily(1)] }));
    expect(await refreshFeed(id)).toEqual(
      success({ kind: 'updated', added: 2, addedIds: expect.any(Array) as string[] }),
    );
    expect(names(await listNewEpisodes({}))).toBe('101 100');
    expect(await getPodcast(id)).toMatchObject({ episodeCount: 4, newCount: 2 });
    const played = await getEpisode(await idOf('99'));
    expect(played?.episode).toMatchObject({
      title: 'Renamed',
      isNew: 0,
      playedAt: expect.any(Number) as number,
    });
  });

  it('keeps what the user does while it compares', async () => {
    const id = await subscribed(sampleFeed({ episodes: daily(100) }));
    const episodeId = await idOf('100');
    publish(sampleFeed({ episodes: [sampleEpisode('100', { publishedAt: 100 * day, title: 'Renamed' })] }));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
    const pauses = stubPauses(() => run({ kind: 'mark-played', episodeIds: [episodeId], played: true }));
    await refreshFeed(id);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    expect(pauses.count).toBeGreaterThan(0);
    expect((await getEpisode(episodeId))?.episode).toMatchObject({ title: 'Renamed', isNew: 0 });
    expect(await getPodcast(id)).toMatchObject({ newCount: 0 });
  });

  it('sends the validators back and writes nothing when nothing differs', async () => {
    const feed = sampleFeed({ episodes: daily(100) });
    const id = await subscribed(feed);
    const before = await library.podcasts.toArray();
    publish(feed);
    expect(await refreshFeed(id)).toEqual(success({ kind: 'unchanged' }));
    expect(desktop.askedFor('feed:fetch').at(-1)).toMatchObject({ validators: { etag: '"1"' } });
    expect(await library.podcasts.toArray()).toEqual(before);
  });

  it('asks for everything again once the cache is lost', async () => {
    const feed = sampleFeed({ episodes: daily(100) });
    const id = await subscribed(feed);
    await Promise.all(cache.tables.map((table) => table.clear()));
    publish(feed);
    await refreshFeed(id);
    expect(desktop.askedFor('feed:fetch').at(-1)).toMatchObject({ validators: {} });
    expect((await getEpisode(await idOf('100')))?.detail?.notesHtml).toContain('Notes of 100');
  });

  it('keeps the show and says why when the feed is gone, until it is back', async () => {
    const feed = sampleFeed({ episodes: daily(100) });
    const id = await subscribed(feed);
    desktop.answer('feed:fetch', () => failure(appError('http-gone')));
    await refreshFeed(id);
    expect((await getPodcast(id))?.refreshError?.code).toBe('http-gone');
    publish(feed);
    await refreshFeed(id);
    expect(await getPodcast(id)).not.toHaveProperty('refreshError');
    expect(names(await listEpisodes(id))).toBe('100');
  });

  it('does not blame the show for being offline', async () => {
    const id = await subscribed(sampleFeed());
    desktop.answer('feed:fetch', () => failure(appError('network-offline')));
    await refreshFeed(id);
    expect(await getPodcast(id)).not.toHaveProperty('refreshError');
    vi.stubGlobal('navigator', { onLine: false });
    const before = desktop.asked.length;
    expect(await refreshAll()).toEqual({ refreshed: 0, failed: 0, offline: 1 });
    expect(desktop.asked).toHaveLength(before);
  });

  it('counts the shows that answered, failed and were out of reach', async () => {
    for (const name of ['news', 'same', 'gone', 'cut-off'])
      await subscribed(sampleFeed(), `https://${name}.example/feed`);
    const feed = packFeed(sampleFeed({ episodes: daily(1) }));
    desktop.answer('feed:fetch', ({ url }) => {
      if (url.includes('gone')) return failure(appError('http-gone'));
      if (url.includes('cut-off')) return failure(appError('network-offline'));
      if (url.includes('same')) return success({ kind: 'unchanged' });
      return success({ kind: 'fetched', feed, url, validators: {} });
    });
    expect(await refreshAll()).toEqual({ refreshed: 2, failed: 1, offline: 1 });
  });

  it('moves with itunes:new-feed-url, and never back', async () => {
    const [a, b] = ['https://a.example/feed', 'https://b.example/feed'];
    const id = await subscribed(sampleFeed({ episodes: daily(1) }), a);
    desktop.answer('feed:fetch', ({ url }) => {
      const feed = packFeed(sampleFeed({ episodes: daily(1), newFeedUrl: url === a ? b : a }));
      return success({ kind: 'fetched', feed, url, validators: {} });
    });
    await refreshFeed(id);
    expect((await getPodcast(id))?.feedUrl).toBe(b);
    const before = desktop.askedFor('feed:fetch').length;
    await refreshFeed(id);
    expect((await getPodcast(id))?.feedUrl).toBe(b);
    expect(desktop.askedFor('feed:fetch')).toHaveLength(before + 1);
    expect(await library.episodes.count()).toBe(1);
  });

  it('keeps undated episodes in the order of the feed and dates of the future from the top', async () => {
    vi.useFakeTimers({ now: today, toFake: ['Date'] });
    const undated = ['x', 'y', 'z'].map((identity) => sampleEpisode(identity));
    const id = await subscribed(sampleFeed({ episodes: [...undated, ...daily(30_000)] }));
    expect((await getPodcast(id))?.latestAt).toBe(today);
    expect(names((await listEpisodes(id)).filter((item) => item.episode.identity !== '30000'))).toBe('x y z');
    vi.useRealTimers();
  });
});

describe('lists', () => {
  it('pages through a long show', async () => {
    const id = await subscribed(
      sampleFeed({ episodes: daily(...Array.from({ length: 300 }, (_, index) => index + 1)) }),
    );
    expect(names(await listEpisodes(id, { offset: 10, limit: 3 }))).toBe('290 289 288');
    expect(await listEpisodes(id)).toHaveLength(300);
  });

  it('reads lists longer than one slice whole and in order, also among equal dates', async () => {
    const sameDay = Array.from({ length: 2_500 }, (_, index) =>
      sampleEpisode(String(index), { publishedAt: day }),
    );
    const id = await subscribed(sampleFeed({ episodes: [...sameDay, ...daily(2, 3)] }));
    const items = await listEpisodes(id);
    expect(new Set(items.map((item) => item.episode.id)).size).toBe(2_502);
    expect(names(items.slice(0, 2))).toBe('3 2');
    expect(names(await listEpisodes(id, { offset: 1, limit: 1 }))).toBe('2');
  });

  it('finds the neighbours of an episode', async () => {
    await subscribed(sampleFeed({ episodes: daily(1, 2, 3, 4, 5, 6, 7) }));
    expect(names(await listOtherEpisodes(await idOf('4'), 4))).toBe('6 5 3 2');
    expect(names(await listOtherEpisodes(await idOf('7'), 3))).toBe('6 5 4');
    expect(names(await listOtherEpisodes(await idOf('1'), 3))).toBe('4 3 2');
  });

  it('joins categories of shows and of episodes', async () => {
    await subscribed(sampleFeed({ categories: ['News'], episodes: daily(1, 3) }));
    const own = sampleEpisode('2', { publishedAt: 2 * day, categories: ['News'] });
    await subscribed(sampleFeed({ episodes: [own, ...daily(4)] }), 'https://b.example/feed');
    expect(names(await listByCategory('News'))).toBe('3 2 1');
    expect(names(await listByCategory('News', { offset: 1, limit: 1 }))).toBe('2');
  });

  it('finds by title and show whatever the case', async () => {
    await subscribed(sampleFeed({ title: 'Новости', episodes: daily(1) }));
    await subscribed(sampleFeed({ title: 'Else', episodes: daily(2) }), 'https://b.example/feed');
    expect(names(await findEpisodes('нОВОСТИ', 10))).toBe('1');
    expect(names(await findEpisodes('episode', 1))).toBe('2');
    expect(await findEpisodes('  ', 10)).toEqual([]);
    expect(await findEpisodes('episode', 10, AbortSignal.abort())).toEqual([]);
  });
});

describe('commands', () => {
  it('takes played episodes out of New, the queue and their position, and can undo it', async () => {
    const podcastId = await subscribed(sampleFeed({ episodes: daily(1, 2) }));
    const id = await idOf('2');
    await run({ kind: 'enqueue', episodeId: id, place: 'last' });
    await run({ kind: 'set-progress', episodeId: id, positionMs: 5_000, durationMs: 9_000 });
    expect((await getEpisode(id))?.progress).toMatchObject({ positionMs: 5_000, durationMs: 9_000 });
    await run({ kind: 'mark-played', episodeIds: [id], played: true });
    expect(await getEpisode(id)).toMatchObject({ progress: null, queued: false, episode: { isNew: 0 } });
    expect((await getPodcast(podcastId))?.newCount).toBe(1);
    await run({ kind: 'mark-played', episodeIds: [id], played: false });
    expect((await getEpisode(id))?.episode).not.toHaveProperty('playedAt');
  });

  it('orders the queue', async () => {
    await subscribed(sampleFeed({ episodes: daily(1, 2, 3) }));
    for (const identity of ['1', '2'])
      await run({ kind: 'enqueue', episodeId: await idOf(identity), place: 'last' });
    await run({ kind: 'enqueue', episodeId: await idOf('3'), place: 'next' });
    expect(names(await listQueue())).toBe('3 1 2');
    await run({ kind: 'move-in-queue', episodeId: await idOf('2'), toIndex: 1 });
    expect(names(await listQueue())).toBe('3 2 1');
    await run({ kind: 'dequeue', episodeId: await idOf('3') });
    expect(names(await listQueue())).toBe('2 1');
    expect(await run({ kind: 'enqueue', episodeId: 'none', place: 'last' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('forgets a show with everything of it, and nothing of the others', async () => {
    const id = await subscribed(sampleFeed({ episodes: daily(1) }));
    await subscribed(sampleFeed({ episodes: daily(2) }), 'https://b.example/feed');
    for (const identity of ['1', '2']) {
      await run({ kind: 'set-progress', episodeId: await idOf(identity), positionMs: 1 });
      await run({ kind: 'enqueue', episodeId: await idOf(identity), place: 'last' });
    }
    await run({ kind: 'unsubscribe', podcastId: id });
    for (const table of [
      library.podcasts,
      library.episodes,
      library.progress,
      library.queue,
      cache.details,
      cache.feeds,
    ]) {
      expect([table.name, await table.count()]).toEqual([table.name, 1]);
    }
  });

  it('deletes the files of a forgotten show, at a later start if it cannot be now', async () => {
    const id = await subscribed(sampleFeed({ episodes: daily(1, 2, 3) }));
    const [here, away, coming] = [await idOf('1'), await idOf('2'), await idOf('3')];
    for (const [episodeId, state] of [
      [here, 'done'],
      [away, 'done'],
      [coming, 'queued'],
    ] as const)
      await library.downloads.put({ episodeId, state, receivedBytes: 1, requestedAt: 1 });
    let isAway = true;
    desktop.answer('download:cancel', () => success({}));
    desktop.answer('download:remove', ({ episodeId }) =>
      isAway && episodeId === away ? failure(appError('folder-gone')) : success({}),
    );
    await run({ kind: 'unsubscribe', podcastId: id });
    const askedFor = (what: 'download:remove' | 'download:cancel') => desktop.askedFor(what);
    expect([askedFor('download:remove'), askedFor('download:cancel')]).toEqual([
      [{ episodeId: here }, { episodeId: away }],
      [{ episodeId: coming }],
    ]);

    isAway = false;
    await removeLeftovers();
    expect(askedFor('download:remove').at(-1)).toEqual({ episodeId: away });
    expect(askedFor('download:remove')).toHaveLength(3);
    await removeLeftovers();
    expect(askedFor('download:remove')).toHaveLength(3);
  });

  it('tells the journal after the change is written and before it is acknowledged', async () => {
    const heard: unknown[] = [];
    const stop = onCommand(async (command) => {
      heard.push([command, await recall('route')]);
    });
    const command = { kind: 'remember', key: 'route', value: '/queue' } as const;
    await run(command);
    expect(heard).toEqual([[command, '/queue']]);
    stop();
    await run({ ...command, value: '/' });
    expect(heard).toHaveLength(1);
  });
});
