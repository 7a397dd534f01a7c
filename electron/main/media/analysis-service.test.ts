import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audioAnalysisName, writeAudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import type { AudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import type { AnalyserRequest } from '../../../core/ipc/sound-process-contract.ts';
import { success } from '../../../core/result.ts';
import { AnalysisService } from './analysis-service.ts';
import { JobQueue } from './job-queue.ts';
import type { LocalAudio } from './local-audio.ts';
import { SpokenForProcess } from './testing/spoken-for-process.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const sound = { loudnessLufs: -20, peakDb: -3, durationMs: 60_000, pauses: [1000, 2000] };
const source = { size: 10, modifiedAt: 5 };
const endless = new AbortController().signal;

let folder: string;
let forked: SpokenForProcess<AnalyserRequest, AudioAnalysis>[];
let found: () => void;
let announced: number[];
let service: AnalysisService;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-analysis-'));
  forked = [];
  announced = [];
  found = () => undefined;
  service = new AnalysisService({
    jobs: new JobQueue(),
    findLocal: (episodeId) => {
      found();
      const kept = { folder, name: episodeId };
      const local = { path: path.join(folder, episodeId), source, kept } as LocalAudio;
      return Promise.resolve(success(episodeId === 'remote' ? null : local));
    },
    fork: () => {
      forked.push(new SpokenForProcess());
      return forked.at(-1)!;
    },
    mayWorkAhead: () => Promise.resolve(true),
    announce: ({ share }) => announced.push(share),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const fork = async (index: number) => {
  await vi.waitFor(() => expect(forked[index]?.request).toBeTruthy(), patience);
  return forked[index]!;
};

describe('what an episode sounds like', () => {
  it('is learned by a process of its own, which ends with it', async () => {
    const answer = service.analyse('a', endless);
    const analyser = await fork(0);
    expect(analyser.request?.file).toBe(path.join(folder, 'a'));
    analyser.say({ kind: 'progress', share: 0.5 });
    analyser.say({ kind: 'done', outcome: success(sound) });
    expect(await answer).toEqual(success(sound));
    expect(announced).toEqual([0.5]);
    expect(analyser.killed).toBe(true);
  });

  it('is read where it was kept, unless the file is another one by now', async () => {
    const kept = (of: typeof source) =>
      writeFileSync(path.join(folder, audioAnalysisName('a')), writeAudioAnalysis(of, sound));
    kept(source);
    expect(await service.analyse('a', endless)).toEqual(success(sound));
    expect(forked).toHaveLength(0);
    kept({ ...source, size: 11 });
    void service.analyse('a', endless);
    await fork(0);
  });

  it('is not known of what is not downloaded', async () => {
    expect(await service.analyse('remote', endless)).toMatchObject({ error: { code: 'audio-missing' } });
  });

  it('fails when the process dies, and when it says what it should not', async () => {
    const dying = service.analyse('a', endless);
    (await fork(0)).exit();
    expect(await dying).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
    const lying = service.analyse('a', endless);
    (await fork(1)).say('hello');
    expect(await lying).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
  });

  it('is given up at once when nobody wants to know any more', async () => {
    const wish = new AbortController();
    const answer = service.analyse('a', wish.signal);
    const analyser = await fork(0);
    wish.abort();
    expect(await answer).toMatchObject({ ok: false });
    expect(analyser.killed).toBe(true);
  });

  it('is not begun when nobody wants to know by the time its file is found', async () => {
    const wish = new AbortController();
    found = () => wish.abort();
    expect(await service.analyse('a', wish.signal)).toMatchObject({ ok: false });
    expect(forked).toHaveLength(0);
  });
});
