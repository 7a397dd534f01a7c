import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EpisodeCondition } from '../../core/playback/episode-rule.ts';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { entriesOf, getPlaylist, listPlaylist, listPlaylists, nextInPlaylist } from './playlists.ts';
import { listQueue } from './queue.ts';
import { readStates } from './restore-states.ts';
import type { EpisodeListItem, PlaylistRow } from './rows.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';
import { watchAnswers } from './testing/watch-answers.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const day = 24 * 3_600_000;
const now = 100 * day;
const byHand: PlaylistRow = { id: 'p', name: 'Train', rule: null, order: 0, createdAt: 1 };
let podcastId: string;

const names = (items: EpisodeListItem[]) => items.map(({ episode }) => episode.title).join(' ');
const listed = async (playlist: PlaylistRow) =>
  (await listPlaylist(playlist, now)).map(({ title }) => title).join(' ');
const add = (episodeIds: readonly string[], toIndex?: number) =>
  run({
    kind: 'add-to-playlist',
    playlistId: 'p',
    episodeIds,
    ...(toIndex === undefined ? {} : { toIndex }),
  });

let ids: Record<string, string>;

beforeEach(async () => {
  const desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  const episodes = ['a', 'b', 'c', 'd'].map((title, index) =>
    sampleEpisode(title, { title, publishedAt: (90 + index) * day, durationMs: (index + 1) * 60_000 }),
  );
  const feed = packFeed(sampleFeed({ episodes }));
  desktop.answer('feed:fetch', () =>
    success({ kind: 'fetched', feed, url: 'https://example.com/feed', validators: {} }),
  );
  const subscribed = await subscribe({ address: 'https://example.com/feed' });
  if (!subscribed.ok || subscribed.value.kind !== 'subscribed') throw new Error(JSON.stringify(subscribed));
  podcastId = subscribed.value.podcastId;
  ids = Object.fromEntries((await library.episodes.toArray()).map(({ title, id }) => [title, id]));
  await run({ kind: 'keep-playlist', playlist: byHand });
});

describe('a playlist made by hand', () => {
  it('keeps the order given, and moves what is there already', async () => {
    await add([ids.a!, ids.b!, ids.c!]);
    expect(await listed(byHand)).toBe('a b c');
    await add([ids.c!], 0);
    await add([ids.d!], 1);
    expect(await listed(byHand)).toBe('c d a b');
    await run({ kind: 'remove-from-playlist', playlistId: 'p', episodeIds: [ids.d!] });
    expect(await listed(byHand)).toBe('c a b');
  });

  it('refuses episodes and playlists that are not there', async () => {
    expect(await add([ids.a!, 'nobody'])).toMatchObject({ error: { code: 'not-found' } });
    expect(await listed(byHand)).toBe('');
    const elsewhere = { kind: 'add-to-playlist', playlistId: 'other', episodeIds: [ids.a!] } as const;
    expect(await run(elsewhere)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('comes back whole after it was deleted', async () => {
    await add([ids.b!, ids.a!]);
    const entries = await entriesOf('p').toArray();
    await run({ kind: 'delete-playlist', playlistId: 'p' });
    expect(await listPlaylists()).toEqual([]);
    expect(await library.playlistEntries.count()).toBe(0);
    await run({ kind: 'restore-playlist', playlist: byHand, entries });
    expect(await getPlaylist('p')).toEqual(byHand);
    expect(await listed(byHand)).toBe('b a');
  });

  it('loses the episodes of a show with the show', async () => {
    await add([ids.a!]);
    await run({ kind: 'unsubscribe', podcastId });
    expect(await library.playlistEntries.count()).toBe(0);
  });

  it('plays what comes after, passing over what was heard', async () => {
    await add([ids.a!, ids.b!, ids.c!]);
    await run({ kind: 'mark-played', episodeIds: [ids.b!], played: true });
    expect(await nextInPlaylist('p', ids.a!, now)).toBe(ids.c);
    expect(await nextInPlaylist('p', ids.c!, now)).toBeNull();
  });
});

describe('a playlist by rule', () => {
  const rule = (rule: PlaylistRow['rule']): PlaylistRow => ({ ...byHand, rule });

  it('finds what meets the rule now, in its order', async () => {
    expect(await listed(rule({ order: 'newest' }))).toBe('d c b a');
    expect(await listed(rule({ order: 'shortest', minimumMs: 120_000 }))).toBe('b c d');
    expect(await listed(rule({ order: 'oldest', withinDays: 8 }))).toBe('c d');
    await run({ kind: 'mark-played', episodeIds: [ids.c!], played: true });
    await run({ kind: 'set-progress', episodeId: ids.b!, positionMs: 1000 });
    await run({ kind: 'set-favourite', episodeIds: [ids.d!], favourite: true });
    await library.downloads.bulkPut([
      { episodeId: ids.a!, state: 'done', receivedBytes: 1, requestedAt: 1, doneAt: 1 },
      { episodeId: ids.b!, state: 'missing', receivedBytes: 1, requestedAt: 1, doneAt: 1 },
    ]);
    expect(await listed(rule({ order: 'newest', conditions: ['unplayed'] }))).toBe('d b a');
    expect(await listed(rule({ order: 'newest', conditions: ['started'] }))).toBe('b');
    expect(await listed(rule({ order: 'newest', conditions: ['favourite'] }))).toBe('d');
    expect(await listed(rule({ order: 'newest', conditions: ['downloaded'] }))).toBe('a');
    expect(await listed(rule({ order: 'newest', podcastIds: ['other'] }))).toBe('');
  });

  it('takes no episodes by hand', async () => {
    await run({ kind: 'keep-playlist', playlist: rule({ order: 'newest' }) });
    expect(await add([ids.a!])).toMatchObject({ ok: false });
  });
});

describe('taking back', () => {
  it('gives played episodes their place in the queue, their position and their mark of new again', async () => {
    for (const name of ['a', 'b', 'c']) {
      await run({ kind: 'enqueue', episodeId: ids[name]!, place: 'last' });
    }
    await run({ kind: 'set-progress', episodeId: ids.b!, positionMs: 7000 });
    const before = await readStates([ids.b!, 'nobody']);
    const countBefore = (await library.podcasts.get(podcastId))!.newCount;
    await run({ kind: 'mark-played', episodeIds: [ids.b!], played: true });
    expect(names(await listQueue())).toBe('a c');
    await run({ kind: 'restore-episodes', states: before });
    expect(names(await listQueue())).toBe('a b c');
    expect(await readStates([ids.b!])).toEqual(before);
    expect((await library.podcasts.get(podcastId))!.newCount).toBe(countBefore);
  });

  it('does not bring back what has no episode any more', async () => {
    await run({ kind: 'enqueue', episodeId: ids.a!, place: 'last' });
    const before = await readStates([ids.a!]);
    await run({ kind: 'unsubscribe', podcastId });
    await run({ kind: 'restore-episodes', states: before });
    expect(await library.queue.count()).toBe(0);
  });
});

describe('watching a playlist by rule', () => {
  const rule = (conditions: EpisodeCondition[]): PlaylistRow => ({
    ...byHand,
    rule: { conditions, order: 'oldest' },
  });
  const goOn = (positionMs: number) => run({ kind: 'set-progress', episodeId: ids.a!, positionMs });
  const favour = () => run({ kind: 'set-favourite', episodeIds: [ids.b!], favourite: true });

  it('does not look through the library at each position of what plays', async () => {
    const { answers, stop } = watchAnswers(() => listPlaylist(rule(['unplayed']), now));
    await vi.waitFor(() => expect(answers).toHaveLength(1), patience);
    await goOn(1);
    await goOn(2);
    await favour();
    await vi.waitFor(() => expect(answers.at(-1)?.[1]).toHaveProperty('favouriteAt'), patience);
    stop();
    expect(answers).toHaveLength(2);
  });

  it('hears of what is started when the rule asks for it', async () => {
    const { answers, stop } = watchAnswers(() => listPlaylist(rule(['started']), now));
    await vi.waitFor(() => expect(answers).toEqual([[]]), patience);
    await goOn(1);
    await vi.waitFor(() => expect(answers.at(-1)).toMatchObject([{ title: 'a' }]), patience);
    stop();
  });
});
