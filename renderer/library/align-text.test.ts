import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alignment } from '../../core/alignment/alignment.ts';
import { alignmentVersion } from '../../core/alignment/alignment-version.ts';
import { marked } from '../../core/highlights/testing/made-highlights.ts';
import { appError } from '../../core/app-error.ts';
import type { Envelope, RequestArgs } from '../../core/ipc/contract.ts';
import { failure, success } from '../../core/result.ts';
import { normalise } from '../../core/transcript/normalise.ts';
import { parseText } from '../../core/transcript/parse-text.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { alignAhead } from './align-ahead.ts';
import { resumeAlignments, stopAlignment } from './align-text.ts';
import { alignableText } from './alignable-text.ts';
import { followAlignmentProgress, useAlignmentProgress } from './alignment-progress.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { tellNews } from './library-news.ts';
import { loadArticle } from './load-article.ts';
import { settledAlignment } from './settled-alignment.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const podcastId = '00000000000000aa';
const transcript: Transcript = {
  language: 'en',
  source: { kind: 'publisher', format: 'text', url: 'https://example.com/a.txt' },
  ...normalise({
    kind: 'paragraphs',
    paragraphs: parseText('One two three four five six seven eight nine ten eleven twelve.'),
  }),
  warnings: [],
};
const { textHash } = alignableText(transcript);
const alignment: Alignment = {
  version: alignmentVersion,
  method: 'voice',
  language: 'en',
  sentences: [],
  durationMs: 1,
  coveredMs: 0,
  shifts: [],
};

type Make = RequestArgs<'alignment:make'>;
let desktop: FakeDesktop;
/** What was asked of the main process, and the way to answer it. */
let asked: { readonly args: Make; readonly answer: (envelope: Envelope<'alignment:make'>) => void }[];

afterEach(() => {
  for (const episodeId of Object.keys(useAlignmentProgress.getState())) stopAlignment(episodeId);
});
beforeEach(async () => {
  asked = [];
  desktop = new FakeDesktop({
    'transcript:load': () => success({ transcripts: [transcript], failed: [] }),
    'alignment:make': (args) => new Promise((answer) => asked.push({ args, answer })),
    'alignment:forget': () => success({}),
    'request:cancel': () => success({}),
    'download:remove': () => success({}),
  });
  vi.stubGlobal('window', { desktop });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
});

async function downloaded(...identities: string[]): Promise<string[]> {
  const link = { url: 'https://example.com/a.txt', type: 'text/plain' };
  const episodes = identities.map((identity) =>
    sampleEpisode(identity, { transcripts: [link], link: 'https://example.com/page' }),
  );
  const feed = sampleFeed({ episodes });
  await run({ kind: 'subscribe', podcastId, feedUrl: 'https://example.com/feed', feed, validators: {} });
  const ids = (await library.episodes.toArray()).map(({ id }) => id);
  await library.downloads.bulkPut(
    ids.map((episodeId, at) => ({ episodeId, state: 'done', receivedBytes: 1, requestedAt: at, doneAt: at })),
  );
  return ids;
}

const request = async (index: number) => {
  await vi.waitFor(() => expect(asked[index]).toBeDefined(), patience);
  return asked[index]!;
};
const row = (episodeId: string) => library.alignments.get(episodeId);
const wanted = (episodeId: string) => run({ kind: 'request-alignment', episodeId, textHash });

describe('wanting the times of a text', () => {
  it('is remembered before they are found, shown while they are looked for, and settled after', async () => {
    const [episodeId = ''] = await downloaded('a');
    const stop = followAlignmentProgress();
    expect(await wanted(episodeId)).toEqual(success(null));
    expect(await row(episodeId)).toEqual({ episodeId, textHash, state: 'wanted' });
    const { args, answer } = await request(0);
    expect(args).toMatchObject({ episodeId, language: 'en', ahead: false, transcript });
    expect(useAlignmentProgress.getState()).toEqual({ [episodeId]: null });
    desktop.announce('alignment:progress', { episodeId, share: 0.5 });
    desktop.announce('alignment:progress', { episodeId: 'of-nobody', share: 0.5 });
    expect(useAlignmentProgress.getState()).toEqual({ [episodeId]: 0.5 });
    answer(success(alignment));
    await vi.waitFor(() => expect(useAlignmentProgress.getState()).toEqual({}), patience);
    expect(await row(episodeId)).toMatchObject({ state: 'settled' });
    stop();
  });

  it('gives highlights that were made before them the times of their words', async () => {
    const [episodeId = ''] = await downloaded('a');
    const line = transcript.paragraphs[0]!.sentences[0]!;
    const highlight = { ...marked(transcript, 'three four'), episodeId };
    await run({ kind: 'keep-highlight', highlight });
    await wanted(episodeId);
    const wordsMs = line.words.flatMap((_word, at) => [at * 1000, at * 1000 + 500]);
    const found = { startMs: 0, endMs: 11_500, confidence: 3, wordsMs };
    (await request(0)).answer(success({ ...alignment, sentences: [found], durationMs: 60_000 }));
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'settled' }), patience);
    expect(await library.highlights.toArray()).toEqual([{ ...highlight, startMs: 2000, endMs: 3500 }]);
  });

  it('may be dropped, and is not looked for again unasked', async () => {
    const [episodeId = ''] = await downloaded('a');
    expect(await run({ kind: 'forget-alignment', episodeId, textHash })).toEqual(success(null));
    expect(desktop.askedFor('alignment:forget')).toEqual([{ episodeId, textHash }]);
    expect(await row(episodeId)).toEqual(settledAlignment(episodeId, textHash));
  });

  it('may be dropped for one text while those of another are looked for', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    await run({ kind: 'forget-alignment', episodeId, textHash: 'of another' });
    expect(await row(episodeId)).toMatchObject({ textHash, state: 'wanted' });
  });

  it('is looked for anew, whatever was found before', async () => {
    const [episodeId = ''] = await downloaded('a');
    await run({ kind: 'request-alignment', episodeId, textHash, again: true });
    await request(0);
    expect(desktop.askedFor('alignment:forget')).toEqual([{ episodeId, textHash }]);
  });

  it('is looked for in the language the listener says it is in', async () => {
    const [episodeId = ''] = await downloaded('a');
    const spokenLanguages = { 'publisher https://example.com/a.txt': 'de' };
    await run({ kind: 'set-episode-settings', settings: { episodeId, spokenLanguages } });
    const german = alignableText(transcript, { chosen: 'de' }).textHash;
    expect(german).not.toBe(textHash);
    await run({ kind: 'request-alignment', episodeId, textHash: german });
    expect((await request(0)).args.language).toBe('de');
  });

  it('says why it failed', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    (await request(0)).answer(failure(appError('audio-not-aligned')));
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'failed' }), patience);
    expect((await row(episodeId))?.error?.code).toBe('audio-not-aligned');
    await wanted(episodeId);
    expect(await row(episodeId)).toEqual({ episodeId, textHash, state: 'wanted' });
  });

  it('says that the library failed, and waits no longer', async () => {
    const [episodeId = ''] = await downloaded('a');
    vi.spyOn(library.episodes, 'get').mockRejectedValueOnce(new Error('the disk is gone'));
    await wanted(episodeId);
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'failed' }), patience);
    expect((await row(episodeId))?.error?.code).toBe('library-failed');
    await vi.waitFor(() => expect(useAlignmentProgress.getState()).toEqual({}), patience);
  });

  it('stays wanted where what came of it cannot be written', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    const { answer } = await request(0);
    vi.spyOn(library.alignments, 'update').mockImplementationOnce(() => {
      throw new Error('no room');
    });
    answer(success(alignment));
    await vi.waitFor(() => expect(useAlignmentProgress.getState()).toEqual({}), patience);
    expect(await row(episodeId)).toMatchObject({ state: 'wanted' });
  });

  it('is taken back at once, whatever the main process answers then', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    const { args, answer } = await request(0);
    expect(await run({ kind: 'cancel-alignment', episodeId })).toEqual(success(null));
    expect(useAlignmentProgress.getState()).toEqual({});
    expect(desktop.askedFor('request:cancel')).toEqual([{ requestId: args.requestId }]);
    answer(failure(appError('alignment-broken', 'cancelled')));
    await new Promise(setImmediate);
    expect(await row(episodeId)).toBeUndefined();
  });

  it('goes on at the next start, unless the text is no longer here', async () => {
    const [episodeId = '', other = ''] = await downloaded('a', 'b');
    await library.alignments.bulkPut([
      { episodeId, textHash, state: 'wanted' },
      { episodeId: other, textHash: 'of another text', state: 'wanted' },
    ]);
    const resumed = resumeAlignments();
    (await request(0)).answer(success(alignment));
    await resumed;
    expect(asked.map(({ args }) => args.episodeId)).toEqual([episodeId]);
    expect(await row(episodeId)).toMatchObject({ state: 'settled' });
    expect(await row(other)).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
  });

  it('waits for a drive that is away at the next start, and says so when asked for', async () => {
    const [episodeId = ''] = await downloaded('a');
    await library.alignments.put({ episodeId, textHash, state: 'wanted' });
    const resumed = resumeAlignments();
    (await request(0)).answer(failure(appError('audio-missing')));
    await resumed;
    expect(await row(episodeId)).toEqual({ episodeId, textHash, state: 'wanted' });
    await wanted(episodeId);
    (await request(1)).answer(failure(appError('audio-missing')));
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'failed' }), patience);
  });

  it('says nothing where the audio was deleted meanwhile', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    const { answer } = await request(0);
    await library.downloads.delete(episodeId);
    answer(failure(appError('audio-missing')));
    await vi.waitFor(async () => expect(await row(episodeId)).toBeUndefined(), patience);
  });

  it('ends with the download', async () => {
    const [episodeId = ''] = await downloaded('a');
    await wanted(episodeId);
    await request(0);
    await run({ kind: 'delete-download', episodeId });
    expect(desktop.askedFor('request:cancel')).toHaveLength(1);
    expect([await row(episodeId), useAlignmentProgress.getState()]).toEqual([undefined, {}]);
  });
});

describe('alignAhead', () => {
  let isOn: boolean;
  const start = () => alignAhead({ isOn: () => isOn });
  beforeEach(() => {
    isOn = true;
  });

  it('takes every download nobody has tried, one after the other, and none of them twice', async () => {
    const ids = await downloaded('a', 'b', 'c');
    await library.alignments.put(settledAlignment(ids[0]!, textHash));
    const ahead = start();
    ahead.look();
    const first = await request(0);
    expect(first.args).toMatchObject({ ahead: true });
    first.answer(success(alignment));
    const second = await request(1);
    second.answer(failure(appError('audio-not-aligned')));
    await vi.waitFor(async () => expect(await library.alignments.count()).toBe(3), patience);
    expect(new Set(asked.map(({ args }) => args.episodeId))).toEqual(new Set(ids.slice(1)));
    ahead.stop();
  });

  it('tries again at the next start what failed for a passing reason', async () => {
    const [episodeId = ''] = await downloaded('a');
    const ahead = start();
    ahead.look();
    (await request(0)).answer(failure(appError('disk-full')));
    await new Promise(setImmediate);
    ahead.stop();
    const later = start();
    later.look();
    (await request(1)).answer(failure(appError('audio-not-aligned')));
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'settled' }), patience);
    later.stop();
  });

  it('cancels nothing that is done when it stops', async () => {
    const [episodeId = ''] = await downloaded('a');
    const ahead = start();
    ahead.look();
    (await request(0)).answer(success(alignment));
    await vi.waitFor(async () => expect(await row(episodeId)).toMatchObject({ state: 'settled' }), patience);
    ahead.stop();
    expect(desktop.askedFor('request:cancel')).toEqual([]);
  });

  it('takes a download as soon as it is here, and only while it is wanted', async () => {
    const [episodeId = ''] = await downloaded('a');
    const ahead = start();
    isOn = false;
    tellNews({ kind: 'downloaded', episodeId });
    isOn = true;
    tellNews({ kind: 'downloaded', episodeId });
    await request(0);
    await new Promise(setImmediate);
    expect(asked).toHaveLength(1);
    ahead.stop();
  });

  it.each(['file', 'page'] as const)('takes one whose text comes later (%s)', async (kind) => {
    const [episodeId = ''] = await downloaded('a');
    const text = { ...transcript, source: { kind, format: 'text' } } as const;
    desktop.answer('transcript:load', () => success({ transcripts: [], failed: [] }));
    desktop.answer('page:load', () => success({ kind: 'loaded', transcript: text, html: '', pages: 1 }));
    const ahead = start();
    tellNews({ kind: 'downloaded', episodeId });
    await vi.waitFor(() => expect(desktop.askedFor('transcript:load')).toHaveLength(1), patience);
    await new Promise(setImmediate);
    expect(asked).toEqual([]);
    const ownText = { id: 'own', episodeId, name: 'mine', transcript: text, addedAt: 1 };
    if (kind === 'file') await run({ kind: 'keep-own-text', text: ownText });
    else await loadArticle(episodeId);
    expect((await request(0)).args).toMatchObject({ episodeId, ahead: true });
    ahead.stop();
  });

  it('takes anew what was settled by an earlier method', async () => {
    const [episodeId = ''] = await downloaded('a');
    await library.alignments.put({ episodeId, textHash, state: 'settled', version: alignmentVersion - 1 });
    const ahead = start();
    ahead.look();
    (await request(0)).answer(success(alignment));
    await vi.waitFor(
      async () => expect(await row(episodeId)).toEqual(settledAlignment(episodeId, textHash)),
      patience,
    );
    ahead.stop();
  });

  it('stops when it is wanted no more, and leaves open what was under way', async () => {
    const [episodeId = ''] = await downloaded('a', 'b');
    const ahead = start();
    ahead.look();
    const { args, answer } = await request(0);
    isOn = false;
    ahead.look();
    expect(desktop.askedFor('request:cancel')).toEqual([{ requestId: args.requestId }]);
    answer(failure(appError('worker-failed', 'cancelled')));
    await new Promise(setImmediate);
    expect([asked.length, await row(episodeId)]).toEqual([1, undefined]);
    ahead.stop();
  });

  it('leaves alone what has word times already', async () => {
    desktop.answer('transcript:load', () =>
      success({ transcripts: [{ ...transcript, timing: 'word' }], failed: [] }),
    );
    const [episodeId = ''] = await downloaded('a');
    const ahead = start();
    tellNews({ kind: 'downloaded', episodeId });
    await vi.waitFor(() => expect(desktop.askedFor('transcript:load')).toHaveLength(1), patience);
    await new Promise(setImmediate);
    expect(asked).toEqual([]);
    ahead.stop();
  });
});
