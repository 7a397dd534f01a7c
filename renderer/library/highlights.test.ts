import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { madeHighlight } from '../../core/highlights/testing/made-highlights.ts';
import { success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { countHighlights, listAllHighlights, listHighlights } from './highlights.ts';
import { refreshFeed } from './refresh-feed.ts';
import type { HighlightRow } from './rows.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const address = 'https://example.com/feed';
let desktop: FakeDesktop;
let mark: HighlightRow;

/** The feed answers from now on as if it lived at `url`. */
function publishAt(url: string): void {
  const feed = packFeed(sampleFeed({ episodes: [sampleEpisode('a'), sampleEpisode('b')] }));
  desktop.answer('feed:fetch', () => success({ kind: 'fetched', feed, url, validators: { etag: url } }));
}

async function subscribed(): Promise<string> {
  const result = await subscribe({ address });
  if (!result.ok || result.value.kind !== 'subscribed') throw new Error(JSON.stringify(result));
  return result.value.podcastId;
}

const episodeA = async () => (await library.episodes.toArray()).find(({ identity }) => identity === 'a')!.id;

beforeEach(async () => {
  desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  publishAt(address);
  const podcastId = await subscribed();
  const { feedKey, feedUrl } = (await library.podcasts.get(podcastId))!;
  const { origin } = madeHighlight();
  mark = madeHighlight({ episodeId: await episodeA(), origin: { ...origin, feedKey, feedUrl } });
  await run({ kind: 'keep-highlight', highlight: mark });
});

describe('a highlight', () => {
  it('changes only in what is given', async () => {
    await run({ kind: 'change-highlight', highlightId: 'h1', change: { note: 'Here' } });
    await run({ kind: 'change-highlight', highlightId: 'h1', change: { colour: 'blue', tags: ['x'] } });
    const [changed] = await listHighlights(mark.episodeId);
    expect(changed).toMatchObject({ note: 'Here', colour: 'blue', tags: ['x'], quote: 'A quote' });
    expect(changed!.updatedAt).toBeGreaterThan(mark.updatedAt);
  });

  it('that is gone cannot be changed, and deleting it again is no error', async () => {
    await run({ kind: 'delete-highlight', highlightId: 'h1' });
    expect(await run({ kind: 'delete-highlight', highlightId: 'h1' })).toMatchObject({ ok: true });
    const changed = await run({ kind: 'change-highlight', highlightId: 'h1', change: { note: '' } });
    expect(changed).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is put back as it was', async () => {
    await run({ kind: 'delete-highlight', highlightId: 'h1' });
    await run({ kind: 'keep-highlight', highlight: mark });
    expect(await listHighlights(mark.episodeId)).toEqual([mark]);
  });

  it('stands among others in the order of the episode', async () => {
    await run({ kind: 'keep-highlight', highlight: { ...mark, id: 'h2', startMs: 9_000 } });
    await run({ kind: 'keep-highlight', highlight: { ...mark, id: 'h3', startMs: 2_000 } });
    await run({ kind: 'keep-highlight', highlight: { ...mark, id: 'h0', share: 0.5 } });
    expect((await listHighlights(mark.episodeId)).map(({ id }) => id).join(' ')).toBe('h3 h2 h1 h0');
    expect(await countHighlights()).toBe(4);
  });
});

describe('a show that is unsubscribed', () => {
  it('leaves its highlights, and they know that it is gone', async () => {
    expect((await listAllHighlights()).presentEpisodes).toEqual(new Set([mark.episodeId]));
    await run({ kind: 'unsubscribe', podcastId: mark.episodeId.slice(0, 16) });
    expect(await listAllHighlights()).toEqual({ highlights: [mark], presentEpisodes: new Set() });
  });

  it('finds them again when it comes back', async () => {
    await run({ kind: 'unsubscribe', podcastId: mark.episodeId.slice(0, 16) });
    const podcastId = await subscribed();
    expect(await listHighlights(await episodeA())).toEqual([{ ...mark, episodeId: await episodeA() }]);
    expect((await episodeA()).startsWith(podcastId)).toBe(true);
  });
});

it('goes where its show moves', async () => {
  publishAt('https://example.com/moved');
  await refreshFeed(mark.episodeId.slice(0, 16));
  const [podcast] = await library.podcasts.toArray();
  expect(podcast!.feedUrl).toBe('https://example.com/moved');
  expect((await listHighlights(mark.episodeId))[0]!.origin).toMatchObject({
    feedUrl: 'https://example.com/moved',
    feedKey: podcast!.feedKey,
  });
});
