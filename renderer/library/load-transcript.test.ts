import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import { success } from '../../core/result.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { loadTranscript } from './load-transcript.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const urls = ['ru', 'en', 'de'].map((language) => `https://example.com/${language}.vtt`);
let desktop: FakeDesktop;
let episodeId: string;

beforeEach(async () => {
  desktop = new FakeDesktop();
  vi.stubGlobal('window', { desktop });
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  const transcripts = urls.map((url) => ({ url, type: 'text/vtt' }));
  const feed = sampleFeed({ episodes: [sampleEpisode('a', { transcripts })] });
  const feedUrl = 'https://example.com/feed';
  await run({ kind: 'subscribe', podcastId: '00000000000000aa', feedUrl, feed, validators: {} });
  episodeId = (await library.episodes.toArray())[0]!.id;
});

function publish(...reached: string[]): void {
  const transcripts = reached.map((url): Transcript => ({
    language: '',
    source: { kind: 'publisher', format: 'vtt', url },
    timing: 'cue',
    paragraphs: [],
    warnings: [],
  }));
  const failed = urls
    .filter((url) => !reached.includes(url))
    .map((url) => ({ url, error: appError('http-not-found') }));
  desktop.answer('transcript:load', () => success({ transcripts, failed }));
}

async function loaded(): Promise<(string | undefined)[]> {
  const result = await loadTranscript(episodeId, { again: true });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.transcripts.map(({ source }) => source.url);
}

it('keeps the variant that is gone beside the one that came, each in its place', async () => {
  const [russian, english, german] = urls as [string, string, string];
  publish(russian, english);
  expect(await loaded()).toEqual([russian, english]);
  publish(english, german);
  expect(await loaded()).toEqual([russian, english, german]);
  publish();
  expect(await loaded()).toEqual([russian, english, german]);
});
