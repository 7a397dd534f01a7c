import { appError } from '../../../core/app-error.ts';
import type { AudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import type { AnalyserRequest } from '../../../core/ipc/analyser-contract.ts';
import { analyserMessageSchema } from '../../../core/ipc/analyser-contract.ts';
import type { Result } from '../../../core/result.ts';
import { failure } from '../../../core/result.ts';

/** What is used of Electron's UtilityProcess. */
export interface ForkedAnalyser {
  postMessage(message: AnalyserRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface AnalysisTask {
  readonly request: AnalyserRequest;
  readonly onProgress: (share: number) => void;
  /** Ends the process: a decoder cannot be stopped otherwise. */
  readonly signal: AbortSignal;
}

/** A process that says nothing for so long is stuck (ms). */
const silentAtMost = 60_000;

/** Runs the analyser for one file and ends it: its memory is given back, and what a hostile file did to it is gone. */
export function runAnalyser(fork: () => ForkedAnalyser, task: AnalysisTask): Promise<Result<AudioAnalysis>> {
  if (task.signal.aborted) return Promise.resolve(failure(appError('worker-failed', 'cancelled')));
  return new Promise((resolve) => {
    const analyser = fork();
    let watch: NodeJS.Timeout | undefined;
    const end = (outcome: Result<AudioAnalysis>): void => {
      clearTimeout(watch);
      task.signal.removeEventListener('abort', stop);
      analyser.kill();
      resolve(outcome);
    };
    const lose = (reason: string): void => end(failure(appError('worker-failed', reason)));
    const stop = (): void => lose('cancelled');
    const waitOn = (): void => {
      clearTimeout(watch);
      watch = setTimeout(() => lose(`the analyser said nothing for ${silentAtMost} ms`), silentAtMost);
    };
    analyser.onExit(() => lose('the analyser ended'));
    analyser.onMessage((heard) => {
      const message = analyserMessageSchema.safeParse(heard);
      if (!message.success) lose('the analyser said something unexpected');
      else if (message.data.kind === 'done') end(message.data.outcome);
      else {
        waitOn();
        task.onProgress(message.data.share);
      }
    });
    task.signal.addEventListener('abort', stop, { once: true });
    waitOn();
    analyser.postMessage(task.request);
  });
}
