import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { takeOffered } from './import-files.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

let desktop: FakeDesktop;
let episodeId: string;

beforeEach(async () => {
  desktop = new FakeDesktop({ 'download:list': () => success([]) });
  vi.stubGlobal('window', Object.assign(new EventTarget(), { desktop }));
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  const feed = sampleFeed({ title: 'Show', episodes: [sampleEpisode('a')] });
  const feedUrl = 'https://example.com/feed';
  await run({ kind: 'subscribe', podcastId: '00000000000000aa', feedUrl, feed, validators: {} });
  episodeId = (await library.episodes.toArray())[0]!.id;
});

it('calls off the copy of a file that is stopped, and takes nothing', async () => {
  const stopping = new AbortController();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  desktop.answer('import:take', async () => {
    stopping.abort();
    await ended;
    return success(null);
  });
  desktop.answer('request:cancel', () => {
    end();
    return success({});
  });
  expect(await takeOffered(0, episodeId, stopping.signal)).toEqual(success(false));
  const [taking] = desktop.askedFor('import:take') as { requestId: string }[];
  expect(desktop.askedFor('request:cancel')).toEqual([{ requestId: taking!.requestId }]);
  expect(await library.downloads.count()).toBe(0);
});
