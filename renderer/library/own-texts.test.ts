import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { success } from '../../core/result.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { addOwnTexts } from './add-own-texts.ts';
import { keepTakenTexts } from './keep-taken-texts.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { loadEpisodeTexts, textsStamp } from './episode-texts.ts';
import { loadArticle } from './load-article.ts';
import { getEpisodeSettings } from './podcast-settings.ts';
import { refreshFeed } from './refresh-feed.ts';
import { subscribe } from './subscribe.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

let desktop: FakeDesktop;
let podcastId: string;
let episodeId: string;

function made(kind: Transcript['source']['kind'], text: string, more: Partial<Transcript> = {}): Transcript {
  return {
    language: 'en',
    source: { kind, format: 'text' },
    timing: 'none',
    paragraphs: [{ text, sentences: [] }],
    warnings: [],
    ...more,
  };
}

const feedOf = (title: string) =>
  packFeed(
    sampleFeed({
      language: 'en',
      episodes: [
        sampleEpisode('one', {
          title,
          link: 'https://example.com/one',
          transcripts: [{ url: 'https://example.com/one.vtt', type: 'text/vtt' }],
        }),
      ],
    }),
  );

function publish(title: string): void {
  desktop.answer('feed:fetch', () =>
    success({
      kind: 'fetched',
      feed: feedOf(title),
      url: 'https://example.com/feed',
      validators: { etag: title },
    }),
  );
}

async function keysOf(): Promise<string[]> {
  const loaded = await loadEpisodeTexts(episodeId);
  return loaded.ok ? loaded.value.texts.map(({ key }) => key) : [];
}

beforeEach(async () => {
  desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  publish('First title');
  const published = made('publisher', 'Hello.', {
    timing: 'cue',
    source: { kind: 'publisher', url: 'https://example.com/one.vtt', format: 'vtt' },
  });
  desktop.answer('transcript:load', () => success({ transcripts: [published], failed: [] }));
  desktop.answer('page:load', () =>
    success({ kind: 'loaded', transcript: made('page', 'Article.'), html: '<p>Article.</p>', pages: 1 }),
  );
  const subscribed = await subscribe({ address: 'https://example.com/feed' });
  if (!subscribed.ok || subscribed.value.kind !== 'subscribed') throw new Error(JSON.stringify(subscribed));
  podcastId = subscribed.value.podcastId;
  episodeId = (await library.episodes.toCollection().first())!.id;
});

describe('texts of the listener', () => {
  it('are kept in the library, shown from then on, and outlive refreshes and the cache', async () => {
    const before = await textsStamp(episodeId);
    await addOwnTexts(episodeId, [{ name: 'talk.txt', transcript: made('file', 'Mine.') }]);
    expect(await textsStamp(episodeId)).not.toBe(before);
    const [row] = await library.ownTexts.toArray();
    expect(await getEpisodeSettings(episodeId)).toMatchObject({ textKey: `own ${row?.id}` });
    publish('Second title');
    await refreshFeed(podcastId);
    await Promise.all(cache.tables.map((table) => table.clear()));
    expect(await keysOf()).toEqual(['publisher https://example.com/one.vtt', `own ${row?.id}`]);
  });

  it('come with audio of theirs, once, and leave what is shown as it is', async () => {
    const texts = [{ name: 'talk.txt', transcript: made('file', 'Beside.') }];
    await keepTakenTexts(episodeId, { texts });
    await keepTakenTexts(episodeId, {
      texts: [...texts, { name: 'talk.ru.txt', transcript: made('file', 'Рядом.') }],
    });
    expect((await library.ownTexts.toArray()).map(({ name }) => name).sort()).toEqual([
      'talk.ru.txt',
      'talk.txt',
    ]);
    expect(await getEpisodeSettings(episodeId)).not.toHaveProperty('textKey');
  });

  it('can be removed, and put back as they were', async () => {
    await addOwnTexts(episodeId, [{ name: '', transcript: made('file', 'Typed.') }]);
    const text = (await library.ownTexts.toArray())[0]!;
    await run({ kind: 'delete-own-text', textId: text.id });
    expect(await library.ownTexts.count()).toBe(0);
    await run({ kind: 'keep-own-text', text });
    expect(await library.ownTexts.toArray()).toEqual([text]);
  });

  it('go with their show, and are not kept for an episode that is gone', async () => {
    await addOwnTexts(episodeId, [{ name: '', transcript: made('file', 'Typed.') }]);
    const text = (await library.ownTexts.toArray())[0]!;
    await run({ kind: 'unsubscribe', podcastId });
    expect(await library.ownTexts.count()).toBe(0);
    expect(await run({ kind: 'keep-own-text', text })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the article of the page', () => {
  it('is fetched when asked for, never by reading', async () => {
    expect(await keysOf()).toEqual(['publisher https://example.com/one.vtt']);
    expect(desktop.askedFor('page:load')).toEqual([]);
    await loadArticle(episodeId);
    expect(desktop.askedFor('page:load')).toMatchObject([
      { url: 'https://example.com/one', title: 'First title' },
    ]);
    expect(await keysOf()).toEqual(['publisher https://example.com/one.vtt', 'page']);
  });

  it('stays when fetching it again fails, and is there when nothing else can be had', async () => {
    await loadArticle(episodeId);
    desktop.answer('page:load', () => ({ ok: false, error: { code: 'network-offline' } }));
    desktop.answer('transcript:load', () => ({ ok: false, error: { code: 'network-offline' } }));
    expect(await loadArticle(episodeId)).toMatchObject({ error: { code: 'network-offline' } });
    await cache.texts.clear();
    const loaded = await loadEpisodeTexts(episodeId);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        texts: [{ key: 'page' }],
        failed: [{ code: 'network-offline' }],
        articleHtml: '<p>Article.</p>',
      },
    });
  });
});

describe('what lies beside the audio', () => {
  it('is asked for once the audio is here', async () => {
    desktop.answer('transcript:find-beside', () =>
      success({ texts: [{ name: 'one.ru.srt', transcript: made('file', 'Рядом.') }], failed: [] }),
    );
    expect(await keysOf()).not.toContain('beside one.ru.srt');
    await library.downloads.put({
      episodeId,
      state: 'done',
      receivedBytes: 1,
      requestedAt: 1,
      doneAt: 2,
    });
    expect(await keysOf()).toContain('beside one.ru.srt');
  });
});
