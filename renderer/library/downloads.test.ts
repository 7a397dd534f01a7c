import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import { failure, success } from '../../core/result.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { useDownloadProgress } from './download-progress.ts';
import { listDownloads } from './downloads.ts';
import { compareWithFiles, followDownloads } from './follow-downloads.ts';
import { loadTranscript } from './load-transcript.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';
import { watchAnswers } from './testing/watch-answers.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const podcastId = '00000000000000aa';
let desktop: FakeDesktop;
let episodeId: string;

beforeEach(async () => {
  desktop = new FakeDesktop({
    'download:start': () => success({}),
    'download:cancel': () => success({}),
    'download:remove': () => success({}),
    'download:list': () => success([]),
  });
  vi.stubGlobal('window', Object.assign(new EventTarget(), { desktop }));
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  const transcripts = [{ url: 'https://example.com/a.vtt', type: 'text/vtt' }];
  const feed = sampleFeed({
    title: 'Show',
    episodes: [sampleEpisode('a', { transcripts }), sampleEpisode('b')],
  });
  const feedUrl = 'https://example.com/feed';
  await run({ kind: 'subscribe', podcastId, feedUrl, feed, validators: {} });
  episodeId = (await library.episodes.toArray()).find((episode) => episode.identity === 'a')!.id;
});

const snapshot = (
  state: DownloadSnapshot['state'],
  more: Partial<DownloadSnapshot> = {},
): DownloadSnapshot => ({
  episodeId,
  state,
  receivedBytes: 0,
  ...more,
});
const row = async () => (await listDownloads()).find((item) => item.episode.id === episodeId)?.download;

describe('asking for a download', () => {
  it('queues it with all main needs to fetch and name it', async () => {
    expect(await run({ kind: 'request-download', episodeId })).toEqual(success(null));
    expect(desktop.askedFor('download:start')).toEqual([
      expect.objectContaining({
        episodeId,
        url: 'https://example.com/a.mp3',
        podcastTitle: 'Show',
        episodeTitle: 'Episode a',
        feedUrl: 'https://example.com/feed',
      }),
    ]);
    expect(await row()).toMatchObject({ state: 'queued' });
  });

  it('keeps the words with the audio, for reading offline', async () => {
    const transcript = {
      language: 'en',
      source: { kind: 'publisher', format: 'vtt' },
      timing: 'cue',
    } as const;
    const transcripts = [{ ...transcript, paragraphs: [], warnings: [] }];
    desktop.answer('transcript:load', () => success({ transcripts, failed: [] }));
    await run({ kind: 'request-download', episodeId });
    await vi.waitFor(async () => expect(await cache.texts.count()).toBe(1), patience);
    desktop.answer('transcript:load', () => failure(appError('network-offline')));
    expect(await loadTranscript(episodeId)).toMatchObject({ value: { transcripts } });
    expect(await loadTranscript(episodeId, { again: true })).toMatchObject({ value: { transcripts } });
  });

  it('shows why it could not start, and starts again when asked again', async () => {
    desktop.answer('download:start', () => failure(appError('disk-denied')));
    expect(await run({ kind: 'request-download', episodeId })).toMatchObject({
      error: { code: 'disk-denied' },
    });
    expect(await row()).toMatchObject({ state: 'failed', error: { code: 'disk-denied' } });
    desktop.answer('download:start', () => success({}));
    await run({ kind: 'request-download', episodeId });
    expect(await row()).not.toHaveProperty('error');
  });

  it('leaves what is under way as it stands, but makes it the wish of the listener', async () => {
    const held = { episodeId, state: 'paused', receivedBytes: 500, totalBytes: 900, order: 3 } as const;
    await library.downloads.put({ ...held, requestedAt: 1, automatic: true });
    await run({ kind: 'request-download', episodeId });
    expect(desktop.askedFor('download:start')).toHaveLength(1);
    expect(await row()).toEqual({ ...held, requestedAt: 1 });
  });

  it('refuses an episode without audio', async () => {
    const { enclosure: _enclosure, ...silent } = sampleEpisode('c');
    const feed = sampleFeed({ episodes: [silent] });
    await run({
      kind: 'subscribe',
      podcastId: '00000000000000bb',
      feedUrl: 'https://b.example/',
      feed,
      validators: {},
    });
    const [episode] = await library.episodes.where('id').startsWith('00000000000000bb').toArray();
    const result = await run({ kind: 'request-download', episodeId: episode!.id });
    expect(result).toMatchObject({ error: { code: 'enclosure-missing' } });
  });
});

describe('taking it back', () => {
  it('forgets a cancelled download and what main still says of it', async () => {
    const stop = followDownloads();
    await run({ kind: 'request-download', episodeId });
    await run({ kind: 'cancel-download', episodeId });
    desktop.announce('download:changed', snapshot('downloading'));
    await run({ kind: 'remember', key: 'after', value: '' });
    expect(await row()).toBeUndefined();
    stop();
  });

  it('does not begin anew when the files are looked at before its row is gone', async () => {
    await library.downloads.put({ episodeId, state: 'downloading', receivedBytes: 1, requestedAt: 1 });
    let looking: Promise<void> | undefined;
    desktop.answer('download:cancel', () => {
      looking = compareWithFiles();
      return success({});
    });
    await run({ kind: 'cancel-download', episodeId });
    await looking;
    expect(desktop.askedFor('download:start')).toEqual([]);
    expect(await row()).toBeUndefined();
  });

  it('keeps listing a file that cannot be deleted', async () => {
    await library.downloads.put({ episodeId, state: 'done', receivedBytes: 9, requestedAt: 1, doneAt: 2 });
    desktop.answer('download:remove', () => failure(appError('disk-denied')));
    expect(await run({ kind: 'delete-download', episodeId })).toMatchObject({
      error: { code: 'disk-denied' },
    });
    expect(await row()).toMatchObject({ state: 'done' });
    desktop.answer('download:remove', () => failure(appError('file-missing')));
    expect(await run({ kind: 'delete-download', episodeId })).toEqual(success(null));
    expect(await row()).toBeUndefined();
  });
});

describe('following the main process', () => {
  it('writes changes of state and shows bytes without writing', async () => {
    const stop = followDownloads();
    await run({ kind: 'request-download', episodeId });
    desktop.announce('download:changed', snapshot('downloading', { receivedBytes: 1, totalBytes: 9 }));
    await vi.waitFor(
      async () => expect(await row()).toMatchObject({ state: 'downloading', receivedBytes: 1 }),
      patience,
    );
    desktop.announce('download:changed', snapshot('downloading', { receivedBytes: 5, totalBytes: 9 }));
    await vi.waitFor(
      () => expect(useDownloadProgress.getState()[episodeId]).toEqual({ receivedBytes: 5, totalBytes: 9 }),
      patience,
    );
    expect(await row()).toMatchObject({ receivedBytes: 1 });
    desktop.announce(
      'download:changed',
      snapshot('done', { receivedBytes: 9, totalBytes: 9, fileName: 'a.mp3' }),
    );
    await vi.waitFor(
      async () => expect(await row()).toMatchObject({ state: 'done', fileName: 'a.mp3' }),
      patience,
    );
    await vi.waitFor(() => expect(useDownloadProgress.getState()).not.toHaveProperty(episodeId), patience);
    stop();
  });

  it('takes over at start what happened meanwhile, and adopts files it has episodes for', async () => {
    const known = snapshot('done', { receivedBytes: 9, totalBytes: 9, fileName: 'a.mp3' });
    const stranger = { ...known, episodeId: '00000000000000ff-0' };
    desktop.answer('download:list', () => success([known, stranger]));
    const stop = followDownloads();
    await vi.waitFor(
      async () => expect(await row()).toMatchObject({ state: 'done', fileName: 'a.mp3' }),
      patience,
    );
    expect(await library.downloads.count()).toBe(1);
    stop();
  });

  it('looks at the files again when the window gets the focus, and hears of one that is found again', async () => {
    const known = snapshot('done', { receivedBytes: 9, totalBytes: 9, fileName: 'a.mp3' });
    desktop.answer('download:list', () => success([known]));
    const stop = followDownloads();
    desktop.announce('download:changed', known);
    await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'done' }), patience);
    desktop.answer('download:list', () => success([{ ...known, state: 'missing' }]));
    const later = Date.now() + 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'missing' }), patience);
    desktop.announce('download:changed', known);
    await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'done' }), patience);
    vi.mocked(Date.now).mockRestore();
    stop();
  });

  it('changes nothing while the download folder cannot be read', async () => {
    await library.downloads.put({ episodeId, state: 'done', receivedBytes: 9, requestedAt: 1, doneAt: 2 });
    desktop.answer('download:list', () => failure(appError('disk-denied')));
    const stop = followDownloads();
    await vi.waitFor(() => expect(desktop.askedFor('download:list')).toHaveLength(1), patience);
    expect(await row()).toMatchObject({ state: 'done' });
    stop();
  });
});

describe('the list of downloads', () => {
  it('is not read again at each position of what plays', async () => {
    await library.downloads.put({ episodeId, state: 'done', receivedBytes: 9, requestedAt: 1, doneAt: 2 });
    const list = watchAnswers(() => listDownloads());
    const positions = watchAnswers(() => library.progress.toArray());
    await vi.waitFor(() => expect([list.answers.length, positions.answers.length]).toEqual([1, 1]), patience);
    await run({ kind: 'set-progress', episodeId, positionMs: 1 });
    await vi.waitFor(() => expect(positions.answers).toHaveLength(2), patience);
    expect(list.asked).toBe(1);
    list.stop();
    positions.stop();
  });
});
