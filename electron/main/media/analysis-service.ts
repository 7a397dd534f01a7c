import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { AudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import { audioAnalysisName, readAudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';
import type { ForkedAnalyser } from './analyser-process.ts';
import { runAnalyser } from './analyser-process.ts';
import type { LocalAudio } from './local-audio.ts';

export interface AnalysisServiceNeeds {
  /** The downloaded audio of an episode, indexed; null when there is none. */
  readonly findLocal: (episodeId: string) => Promise<Result<LocalAudio | null>>;
  readonly fork: () => ForkedAnalyser;
  /** Whether work that nobody waits for may be done now, e.g. not on battery. */
  readonly mayWorkAhead: () => Promise<boolean>;
  readonly announce: (progress: { episodeId: string; share: number }) => void;
}

interface Job {
  readonly episodeId: string;
  /** Somebody listens to it now. */
  readonly isWanted: boolean;
  readonly signal: AbortSignal;
  readonly resolve: (outcome: Result<AudioAnalysis>) => void;
  readonly reject: (cause: unknown) => void;
}

/** A computer on battery is asked again so often (ms). */
const lookAgainMs = 60_000;

const isWanted = (job: Job): boolean => job.isWanted;

/**
 * Learns loudness and pauses of downloaded episodes, one file at a time, and keeps them beside the file. What somebody listens
 * to goes before what is only done ahead, and ends it: that begins anew afterwards.
 */
export class AnalysisService {
  private readonly waiting: Job[] = [];
  private isBusy = false;
  /** What is being learned, and the way to make it give way. */
  private current: { readonly job: Job; readonly giveWay: AbortController } | null = null;
  private look: NodeJS.Timeout | undefined;

  constructor(private readonly needs: AnalysisServiceNeeds) {}

  /**
   * What the episode's sound is like, from what was kept or learned now. Fails with `audio-missing` when it is not downloaded,
   * `audio-not-analysed`, `disk-failed`, `worker-failed`; aborted, with whatever comes first.
   */
  analyse(episodeId: string, signal: AbortSignal, { ahead = false } = {}): Promise<Result<AudioAnalysis>> {
    return new Promise((resolve, reject) => {
      const job = { episodeId, isWanted: !ahead, signal, resolve, reject };
      this.waiting.push(job);
      this.makeWayFor(job);
      void this.goOn();
    });
  }

  /** What is done ahead goes on when it is just that which is wanted now. */
  private makeWayFor({ isWanted, episodeId }: Job): void {
    if (!isWanted || this.current === null) return;
    const { job, giveWay } = this.current;
    if (!job.isWanted && job.episodeId !== episodeId) giveWay.abort();
  }

  private async goOn(): Promise<void> {
    if (this.isBusy || this.waiting.length === 0) return;
    this.isBusy = true;
    const job = await this.takeNext();
    if (job) await this.work(job);
    this.isBusy = false;
    if (job) void this.goOn();
    else this.lookAgainLater();
  }

  /** The oldest that is wanted, else the oldest, unless nothing may be done ahead now. */
  private async takeNext(): Promise<Job | undefined> {
    const mayWorkAhead = this.waiting.some(isWanted) || (await this.needs.mayWorkAhead().catch(() => false));
    const wanted = this.waiting.findIndex(isWanted);
    if (wanted < 0 && !mayWorkAhead) return undefined;
    return this.waiting.splice(Math.max(0, wanted), 1)[0];
  }

  private async work(job: Job): Promise<void> {
    const giveWay = new AbortController();
    this.current = { job, giveWay };
    try {
      const outcome = await this.learn(job.episodeId, AbortSignal.any([job.signal, giveWay.signal]));
      const gaveWay = !outcome.ok && giveWay.signal.aborted && !job.signal.aborted;
      if (gaveWay) this.waiting.unshift(job);
      else job.resolve(outcome);
    } catch (cause) {
      job.reject(cause);
    } finally {
      this.current = null;
    }
  }

  private lookAgainLater(): void {
    clearTimeout(this.look);
    this.look = setTimeout(() => void this.goOn(), lookAgainMs);
    this.look.unref();
  }

  private async learn(episodeId: string, signal: AbortSignal): Promise<Result<AudioAnalysis>> {
    if (signal.aborted) return failure(appError('worker-failed', 'cancelled'));
    const found = await this.needs.findLocal(episodeId);
    if (!found.ok) return found;
    const audio = found.value;
    if (audio === null) return failure(appError('audio-missing', `${episodeId} is not downloaded`));
    const beside = (name: string): string => path.join(path.dirname(audio.path), name);
    const fileName = path.basename(audio.path);
    const analysisFile = beside(audioAnalysisName(fileName));
    const kept = await readKept(analysisFile, audio);
    if (kept !== null) return success(kept);
    const request = { file: audio.path, indexFile: beside(frameIndexName(fileName)), analysisFile };
    const onProgress = (share: number): void => this.needs.announce({ episodeId, share });
    return runAnalyser(this.needs.fork, { request, onProgress, signal });
  }
}

/** No analysis, a damaged one and a stale one are the same thing here: it is made again. */
async function readKept(file: string, audio: LocalAudio): Promise<AudioAnalysis | null> {
  try {
    return readAudioAnalysis(await readFile(file, 'utf8'), audio.source);
  } catch {
    return null;
  }
}
