import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { DownloadRequest } from '../../core/download/download.ts';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { success } from '../../core/result.ts';
import { allowPlainAudio } from './allow-plain-audio.ts';
import { cache, library } from './database.ts';
import { getPodcastSettings } from './podcast-settings.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

let started: DownloadRequest[];
let desktop: FakeDesktop;

beforeEach(async () => {
  started = [];
  desktop = new FakeDesktop({
    'download:start': (request) => {
      started.push(request);
      return success({});
    },
  });
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
});

async function subscribed(address: string, identities: readonly string[]): Promise<string> {
  const episodes = identities.map((identity) => sampleEpisode(identity));
  const feed = packFeed(sampleFeed({ episodes, title: address }));
  desktop.answer('feed:fetch', () => success({ kind: 'fetched', feed, url: address, validators: {} }));
  const result = await subscribe({ address });
  if (!result.ok || result.value.kind !== 'subscribed') throw new Error(JSON.stringify(result));
  return result.value.podcastId;
}

async function failWith(identity: string, code: 'audio-unencrypted' | 'http-gone', automatic?: true) {
  const episode = (await library.episodes.toArray()).find((row) => row.identity === identity)!;
  await library.downloads.put({
    episodeId: episode.id,
    state: 'failed',
    receivedBytes: 0,
    error: appError(code),
    requestedAt: 7,
    ...(automatic && { automatic }),
  });
  return episode.id;
}

it('lets the show send its audio unencrypted, and tries again what failed for that alone', async () => {
  const show = await subscribed('https://one.example/feed', ['a', 'b']);
  await subscribed('https://two.example/feed', ['c']);
  const waiting = await failWith('a', 'audio-unencrypted', true);
  await failWith('b', 'http-gone');
  await failWith('c', 'audio-unencrypted');
  await allowPlainAudio(show);
  expect(started.map(({ episodeId, allowPlain }) => [episodeId, allowPlain])).toEqual([[waiting, true]]);
  expect(await getPodcastSettings(show)).toEqual({ podcastId: show, allowPlainAudio: true });
  expect(await library.downloads.get(waiting)).toMatchObject({ state: 'queued', automatic: true });
});
