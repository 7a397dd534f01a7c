import { readFile } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import type { AudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import { audioAnalysisName, readAudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import type { AnalyserRequest } from '../../../core/ipc/sound-process-contract.ts';
import { analyserMessageSchema } from '../../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';
import type { JobQueue } from './job-queue.ts';
import { keptFile } from './local-audio.ts';
import type { LocalAudio } from './local-audio.ts';
import type { ForkedProcess } from './sound-process.ts';
import { runSoundProcess } from './sound-process.ts';

export interface AnalysisServiceNeeds {
  readonly jobs: JobQueue;
  /** The downloaded audio of an episode, indexed; null when there is none. */
  readonly findLocal: (episodeId: string) => Promise<Result<LocalAudio | null>>;
  readonly fork: () => ForkedProcess<AnalyserRequest>;
  /** Whether work that nobody waits for may be done now, e.g. not on battery. */
  readonly mayWorkAhead: () => Promise<boolean>;
  readonly announce: (progress: { episodeId: string; share: number }) => void;
}

/** Learns loudness and pauses of downloaded episodes and keeps them beside the file. */
export class AnalysisService {
  constructor(private readonly needs: AnalysisServiceNeeds) {}

  /**
   * What the episode's sound is like, from what was kept or learned now. Fails with `audio-missing` when it is not downloaded,
   * `audio-not-analysed`, `disk-failed`, `worker-failed`; aborted, with whatever comes first.
   */
  analyse(episodeId: string, signal: AbortSignal, { ahead = false } = {}): Promise<Result<AudioAnalysis>> {
    const { jobs, mayWorkAhead } = this.needs;
    const about = `sound of ${episodeId}`;
    return jobs.run({ about, urgency: ahead ? 'ahead' : 'now', mayWorkAhead, signal }, (until) =>
      this.learn(episodeId, until),
    );
  }

  private async learn(episodeId: string, signal: AbortSignal): Promise<Result<AudioAnalysis>> {
    const found = await this.needs.findLocal(episodeId);
    if (!found.ok) return found;
    const audio = found.value;
    if (audio === null) return failure(appError('audio-missing', `${episodeId} is not downloaded`));
    const analysisFile = keptFile(audio, audioAnalysisName);
    const kept = await readKept(analysisFile, audio);
    if (kept !== null) return success(kept);
    return runSoundProcess(this.needs.fork, {
      request: { file: audio.path, indexFile: keptFile(audio, frameIndexName), analysisFile },
      says: analyserMessageSchema,
      lost: 'worker-failed',
      onProgress: (share) => this.needs.announce({ episodeId, share }),
      signal,
    });
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
