import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alignmentKey } from '../../../core/alignment/alignment-key.ts';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import { alignmentVersion } from '../../../core/alignment/alignment-version.ts';
import { alignmentsName, checkpointName } from '../../../core/alignment/kept-alignments.ts';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import type { AlignerRequest } from '../../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../../core/result.ts';
import { success } from '../../../core/result.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { JobQueue } from '../media/job-queue.ts';
import type { LocatedAudio } from '../media/local-audio.ts';
import { beside, stampOf } from '../media/local-audio.ts';
import { SpokenForProcess } from '../media/testing/spoken-for-process.ts';
import { AlignmentService } from './alignment-service.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const transcript: Transcript = {
  language: 'en',
  source: { kind: 'publisher', format: 'text' },
  timing: 'none',
  paragraphs: [
    { text: 'One.', sentences: [{ start: 0, end: 4, words: [{ start: 0, end: 3 }] }], speaker: 'A' },
  ],
  warnings: [],
};
const alignment: Alignment = {
  version: alignmentVersion,
  method: 'voice',
  language: 'en',
  sentences: [{ startMs: 100, endMs: 400, confidence: 2, wordsMs: [100, 400] }],
  durationMs: 60_000,
  coveredMs: 300,
  shifts: [],
};

let folder: string;
/** The audio of the only episode, `null` when it is not downloaded. */
let audio: string | null;
let forked: SpokenForProcess<AlignerRequest, Alignment>[];
let announced: number[];
let service: AlignmentService;

async function locate(): Promise<Result<LocatedAudio | null>> {
  if (audio === null) return success(null);
  return success({ path: audio, source: await stampOf(audio), kept: beside(audio) });
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-alignment-'));
  audio = path.join(folder, 'a.mp3');
  writeFileSync(audio, 'sound');
  forked = [];
  announced = [];
  start();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As after a restart. */
function start(): void {
  service = new AlignmentService({
    jobs: new JobQueue(),
    findLocal: locate,
    locate,
    fork: () => {
      forked.push(new SpokenForProcess());
      return forked.at(-1)!;
    },
    mayWorkAhead: () => Promise.resolve(true),
    announce: ({ share }) => announced.push(share),
  });
}

const make = (signal = new AbortController().signal, text = transcript) =>
  service.make({ episodeId: 'a', transcript: text, language: 'en', ahead: false }, signal);
const fork = async (index: number) => {
  await vi.waitFor(() => expect(forked[index]?.request).toBeTruthy(), patience);
  return forked[index]!;
};
const done = success(alignment);
const kept = (name = 'a.mp3') => path.join(folder, alignmentsName(name));

describe('the times of a text', () => {
  it('are found by a process of its own, which ends with it', async () => {
    const answer = make();
    const aligner = await fork(0);
    expect(aligner.request).toEqual({
      file: audio,
      indexFile: path.join(folder, frameIndexName('a.mp3')),
      checkpointFile: path.join(folder, checkpointName('a.mp3')),
      transcript,
      language: 'en',
      ahead: false,
    });
    aligner.say({ kind: 'progress', share: 0.5 });
    aligner.say({ kind: 'done', outcome: done });
    expect(await answer).toEqual(done);
    expect(announced).toEqual([0.5]);
    expect(aligner.killed).toBe(true);
  });

  it('are dropped when they are no longer wanted, and those of other texts stay', async () => {
    const other = { ...transcript, paragraphs: [{ ...transcript.paragraphs[0]!, text: 'Two.' }] };
    for (const [at, text] of [transcript, other].entries()) {
      const answer = make(undefined, text);
      (await fork(at)).say({ kind: 'done', outcome: done });
      await answer;
    }
    const hash = alignmentKey(transcript, 'en');
    expect(await service.forget('a', hash)).toEqual(success(null));
    expect(await service.kept('a')).toMatchObject({ value: [{ textHash: alignmentKey(other, 'en') }] });
    await service.forget('a', alignmentKey(other, 'en'));
    expect(existsSync(kept())).toBe(false);
    expect(await service.forget('a', hash)).toEqual(success(null));
  });

  it('are kept beside the audio, and found again after a restart without any work', async () => {
    const answer = make();
    const aligner = await fork(0);
    writeFileSync(aligner.request!.checkpointFile, 'half of it');
    aligner.say({ kind: 'done', outcome: done });
    await answer;
    expect(existsSync(aligner.request!.checkpointFile)).toBe(false);
    start();
    expect(await make()).toEqual(done);
    expect(forked).toHaveLength(1);
    expect(await service.kept('a')).toMatchObject({ ok: true, value: [{ alignment }] });
  });

  it('are found anew for another text, and both are kept', async () => {
    const first = make();
    (await fork(0)).say({ kind: 'done', outcome: done });
    await first;
    const other = { ...transcript, paragraphs: [{ text: 'Two.', sentences: [] }] };
    const second = make(undefined, other);
    const empty = { ...alignment, sentences: [] };
    (await fork(1)).say({ kind: 'done', outcome: success(empty) });
    expect(await second).toEqual(success(empty));
    const both = await service.kept('a');
    expect(both.ok && both.value.map((one) => one.alignment)).toEqual([empty, alignment]);
  });

  it.each([
    ['damaged', () => writeFileSync(kept(), readFileSync(kept(), 'utf8').slice(0, -20))],
    ['of another state of the audio', () => writeFileSync(audio!, 'another sound')],
    [
      'of an older way to find them',
      () =>
        writeFileSync(
          kept(),
          readFileSync(kept(), 'utf8').replace(
            `"version":${alignmentVersion},"method`,
            '"version":0,"method',
          ),
        ),
    ],
  ])('are found anew when what was kept is %s', async (_what, spoil) => {
    const first = make();
    (await fork(0)).say({ kind: 'done', outcome: done });
    await first;
    spoil();
    expect(await service.kept('a')).toEqual(success([]));
    const again = make();
    (await fork(1)).say({ kind: 'done', outcome: done });
    expect(await again).toEqual(done);
    expect(await service.kept('a')).toMatchObject({ value: [{ alignment }] });
  });

  it('follow audio that is moved while they are looked for', async () => {
    const answer = make();
    const aligner = await fork(0);
    renameSync(audio!, path.join(folder, 'b.mp3'));
    audio = path.join(folder, 'b.mp3');
    aligner.say({ kind: 'done', outcome: done });
    expect(await answer).toEqual(done);
    expect(existsSync(kept('b.mp3'))).toBe(true);
    expect(existsSync(kept())).toBe(false);
  });
});

describe('no times', () => {
  it('are found of what is not downloaded', async () => {
    audio = null;
    expect(await make()).toMatchObject({ error: { code: 'audio-missing' } });
    expect(await service.kept('a')).toEqual(success([]));
  });

  it('are kept of audio that is deleted meanwhile, and nothing is left beside it', async () => {
    const answer = make();
    const aligner = await fork(0);
    const { checkpointFile } = aligner.request!;
    rmSync(audio!);
    audio = null;
    writeFileSync(checkpointFile, 'half of it');
    aligner.say({ kind: 'done', outcome: done });
    expect(await answer).toMatchObject({ error: { code: 'audio-missing' } });
    expect([existsSync(checkpointFile), existsSync(kept())]).toEqual([false, false]);
  });

  it('come of a process that dies, or says what it should not: its work so far stays for the next try', async () => {
    const dying = make();
    const first = await fork(0);
    writeFileSync(first.request!.checkpointFile, 'half of it');
    first.exit();
    expect(await dying).toMatchObject({ ok: false, error: { code: 'alignment-broken' } });
    const lying = make();
    (await fork(1)).say('hello');
    expect(await lying).toMatchObject({ ok: false, error: { code: 'alignment-broken' } });
    expect(existsSync(first.request!.checkpointFile)).toBe(true);
  });

  it('come of sound that cannot be decoded, which is said', async () => {
    const answer = make();
    const failed = { ok: false, error: { code: 'audio-not-aligned' } } as const;
    (await fork(0)).say({ kind: 'done', outcome: failed });
    expect(await answer).toEqual(failed);
    expect(existsSync(kept())).toBe(false);
  });

  it('are wanted any more: the process is ended at once, and its work so far stays', async () => {
    const wish = new AbortController();
    const answer = make(wish.signal);
    const aligner = await fork(0);
    writeFileSync(aligner.request!.checkpointFile, 'half of it');
    wish.abort();
    expect(await answer).toMatchObject({ ok: false });
    expect(aligner.killed).toBe(true);
    expect(existsSync(aligner.request!.checkpointFile)).toBe(true);
  });

  it('can be kept where nothing can be written, which is said', async () => {
    const answer = make();
    const aligner = await fork(0);
    // A folder in the place of the file stands for every refusal of the disk, for root too.
    mkdirSync(path.join(kept(), 'in the way'), { recursive: true });
    aligner.say({ kind: 'done', outcome: done });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'disk-failed' } });
  });
});
