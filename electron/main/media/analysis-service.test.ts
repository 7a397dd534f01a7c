import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audioAnalysisName, writeAudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import type { AnalyserMessage, AnalyserRequest } from '../../../core/ipc/analyser-contract.ts';
import { success } from '../../../core/result.ts';
import { AnalysisService } from './analysis-service.ts';
import type { LocalAudio } from './local-audio.ts';

const sound = { loudnessLufs: -20, peakDb: -3, durationMs: 60_000, pauses: [1000, 2000] };
const source = { size: 10, modifiedAt: 5 };
const endless = new AbortController().signal;

/** A process that a test speaks for. */
class FakeAnalyser {
  request: AnalyserRequest | null = null;
  killed = false;
  say: (message: AnalyserMessage | string) => void = () => undefined;
  exit: () => void = () => undefined;
  postMessage = (request: AnalyserRequest) => (this.request = request);
  onMessage = (listener: (message: unknown) => void) => (this.say = listener);
  onExit = (listener: () => void) => (this.exit = listener);
  kill = () => (this.killed = true);
}

let folder: string;
let forked: FakeAnalyser[];
let mayWorkAhead: boolean | Error;
let found: () => void;
let announced: number[];
let service: AnalysisService;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-analysis-'));
  forked = [];
  announced = [];
  mayWorkAhead = true;
  found = () => undefined;
  service = new AnalysisService({
    findLocal: (episodeId) => {
      found();
      const local = { path: path.join(folder, episodeId), source } as LocalAudio;
      return Promise.resolve(success(episodeId === 'remote' ? null : local));
    },
    fork: () => {
      forked.push(new FakeAnalyser());
      return forked.at(-1)!;
    },
    mayWorkAhead: () =>
      mayWorkAhead instanceof Error ? Promise.reject(mayWorkAhead) : Promise.resolve(mayWorkAhead),
    announce: ({ share }) => announced.push(share),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const fork = async (index: number) => {
  await vi.waitFor(() => expect(forked[index]?.request).toBeTruthy());
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

describe('the order', () => {
  it('is one at a time, what is listened to before what is only done ahead', async () => {
    void service.analyse('a', endless);
    const first = await fork(0);
    void service.analyse('ahead', endless, { ahead: true });
    void service.analyse('wanted', endless);
    expect(forked).toHaveLength(1);
    first.say({ kind: 'done', outcome: success(sound) });
    expect((await fork(1)).request?.file).toBe(path.join(folder, 'wanted'));
  });

  it('leaves what is only done ahead for later on battery', async () => {
    mayWorkAhead = false;
    void service.analyse('ahead', endless, { ahead: true });
    void service.analyse('wanted', endless);
    const wanted = await fork(0);
    expect(wanted.request?.file).toBe(path.join(folder, 'wanted'));
    wanted.say({ kind: 'done', outcome: success(sound) });
    await new Promise(setImmediate);
    expect(forked).toHaveLength(1);
  });

  it('ends what is only done ahead as soon as something is wanted, and begins it anew afterwards', async () => {
    const ahead = service.analyse('ahead', endless, { ahead: true });
    const first = await fork(0);
    const wanted = service.analyse('wanted', endless);
    const second = await fork(1);
    expect(first.killed).toBe(true);
    expect(second.request?.file).toBe(path.join(folder, 'wanted'));
    second.say({ kind: 'done', outcome: success(sound) });
    expect(await wanted).toEqual(success(sound));
    const again = await fork(2);
    expect(again.request?.file).toBe(path.join(folder, 'ahead'));
    again.say({ kind: 'done', outcome: success(sound) });
    expect(await ahead).toEqual(success(sound));
  });

  it('lets what is done ahead go on when just that is wanted', async () => {
    const ahead = service.analyse('a', endless, { ahead: true });
    const analyser = await fork(0);
    const wanted = service.analyse('a', endless);
    writeFileSync(path.join(folder, audioAnalysisName('a')), writeAudioAnalysis(source, sound));
    analyser.say({ kind: 'done', outcome: success(sound) });
    expect(await Promise.all([ahead, wanted])).toEqual([success(sound), success(sound)]);
    expect(forked).toHaveLength(1);
  });

  it('goes on after the power could not be asked and after a file could not be looked for', async () => {
    mayWorkAhead = new Error('no power supply');
    void service.analyse('ahead', endless, { ahead: true });
    await new Promise(setImmediate);
    found = () => {
      throw new Error('no such folder');
    };
    await expect(service.analyse('broken', endless)).rejects.toThrow('no such folder');
    found = () => undefined;
    void service.analyse('wanted', endless);
    expect((await fork(0)).request?.file).toBe(path.join(folder, 'wanted'));
  });
});
