import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { success } from '../../core/result.ts';
import { defaultSettings } from '../../core/settings/default-settings.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { followDownloadRules } from './follow-download-rules.ts';
import type { DownloadRules } from './follow-download-rules.ts';
import { tellNews } from './library-news.ts';
import { refreshFeed } from './refresh-feed.ts';
import type { PodcastSettingsRow } from './rows.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const day = 24 * 3_600_000;
let desktop: FakeDesktop;
let rules: DownloadRules;
let playing: string | null;
let settings = defaultSettings.downloads;
let deleted: string[];

beforeEach(async () => {
  desktop = new FakeDesktop({
    'download:start': () => success({}),
    'download:remove': () => success({}),
    'download:cancel': () => success({}),
  });
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  settings = defaultSettings.downloads;
  playing = null;
  deleted = [];
  rules = followDownloadRules({
    settings: () => settings,
    playingId: () => playing,
    onDeleted: (items) => deleted.push(...items.map(({ episode }) => episode.identity)),
  });
});

afterEach(() => rules.stop());

function publish(...days: number[]): void {
  const episodes = days.map((number) => sampleEpisode(String(number), { publishedAt: number * day }));
  const feed = packFeed(sampleFeed({ episodes }));
  desktop.answer('feed:fetch', () =>
    success({ kind: 'fetched', feed, url: 'https://example.com/feed', validators: {} }),
  );
}

/** A show with an episode on each of the days. */
async function subscribed(...days: number[]): Promise<string> {
  publish(...days);
  const result = await subscribe({ address: 'https://example.com/feed' });
  if (!result.ok || result.value.kind !== 'subscribed') throw new Error(JSON.stringify(result));
  return result.value.podcastId;
}

const set = (podcastId: string, own: Omit<PodcastSettingsRow, 'podcastId'>) =>
  run({ kind: 'set-podcast-settings', settings: { podcastId, ...own } });

async function idOf(identity: string): Promise<string> {
  return (await library.episodes.toArray()).find((episode) => episode.identity === identity)!.id;
}

/** Identities of what is downloaded or on its way. */
async function downloads(): Promise<string> {
  const ids = (await library.downloads.toArray()).map(({ episodeId }) => episodeId);
  const episodes = await library.episodes.bulkGet(ids);
  return episodes
    .map((episode) => episode!.identity)
    .toSorted()
    .join(' ');
}

/** What the main process would report of every download. */
async function finishAll(): Promise<void> {
  await library.downloads.toCollection().modify((row) => {
    row.state = 'done' satisfies DownloadSnapshot['state'];
  });
}

describe('downloading by itself', () => {
  it('brings the newest of a new show, and what is newer after a refresh', async () => {
    settings = { ...settings, autoDownloadNewest: 2 };
    const podcastId = await subscribed(1, 2, 3);
    await expect.poll(downloads).toBe('2 3');
    publish(1, 2, 3, 4);
    await refreshFeed(podcastId);
    await expect.poll(downloads).toBe('2 3 4');
  });

  it('goes by the settings of the show', async () => {
    const podcastId = await subscribed(1, 2, 3);
    await set(podcastId, { autoDownloadNewest: 1, autoDownloadFilter: { titleHas: 'episode 2' } });
    await refreshFeed(podcastId);
    await expect.poll(downloads).toBe('2');
  });

  it('follows a change of the settings once they are left alone', async () => {
    const podcastId = await subscribed(1, 2, 3, 4);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const newest of [4, 3, 2]) await set(podcastId, { autoDownloadNewest: newest });
    vi.advanceTimersByTime(4_999);
    await set(podcastId, { autoDownloadNewest: 1 });
    vi.advanceTimersByTime(4_999);
    expect(await downloads()).toBe('');
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await expect.poll(downloads).toBe('4');
  });

  it('follows a change of what holds for all', async () => {
    await subscribed(1, 2);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    settings = { ...settings, autoDownloadNewest: 1 };
    rules.settingsChanged();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await expect.poll(downloads).toBe('2');
  });

  it('does not bring back what was deleted or cancelled, until it is asked for', async () => {
    settings = { ...settings, autoDownloadNewest: 2 };
    const podcastId = await subscribed(1, 2);
    await expect.poll(downloads).toBe('1 2');
    await run({ kind: 'delete-download', episodeId: await idOf('1') });
    await run({ kind: 'cancel-download', episodeId: await idOf('2') });
    publish(1, 2, 3);
    await refreshFeed(podcastId);
    await expect.poll(downloads).toBe('3');
    await run({ kind: 'request-download', episodeId: await idOf('2') });
    expect((await library.episodes.get(await idOf('2')))?.declinedAt).toBeUndefined();
  });
});

describe('deleting by itself', () => {
  it('keeps the newest and says what went', async () => {
    settings = { ...settings, autoDownloadNewest: 3, keepNewest: 2 };
    const podcastId = await subscribed(1, 2, 3);
    await expect.poll(downloads).toBe('1 2 3');
    await finishAll();
    tellNews({ kind: 'downloaded', episodeId: await idOf('3') });
    await expect.poll(downloads).toBe('2 3');
    expect(deleted).toEqual(['1']);
    await refreshFeed(podcastId);
    expect(await downloads()).toBe('2 3');
  });

  it('deletes what was played once the player has left it', async () => {
    const podcastId = await subscribed(1, 2);
    await set(podcastId, { deleteAfterPlayed: true });
    const [first, second] = [await idOf('1'), await idOf('2')];
    for (const episodeId of [first, second]) await run({ kind: 'request-download', episodeId });
    await finishAll();
    playing = first;
    await run({ kind: 'mark-played', episodeIds: [first, second], played: true });
    await expect.poll(downloads).toBe('1');
    playing = null;
    rules.lookAt(first);
    await expect.poll(downloads).toBe('');
    expect(deleted).toEqual(['2', '1']);
  });

  it('leaves what was brought back', async () => {
    const podcastId = await subscribed(1, 2);
    for (const identity of ['1', '2'])
      await run({ kind: 'request-download', episodeId: await idOf(identity) });
    await finishAll();
    await set(podcastId, { keepNewest: 1 });
    await refreshFeed(podcastId);
    await expect.poll(downloads).toBe('2');
    await run({ kind: 'request-download', episodeId: await idOf('1') });
    await finishAll();
    rules.lookAt(await idOf('1'));
    await refreshFeed(podcastId);
    await run({ kind: 'mark-played', episodeIds: [], played: true });
    expect(await downloads()).toBe('1 2');
    expect(deleted).toEqual(['1']);
  });
});
