import type { z } from 'zod';
import type { AppErrorCode } from '../../../core/app-error.ts';
import { appError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';
import { failure } from '../../../core/result.ts';
import type { SoundMessage } from '../../../core/ipc/sound-process-contract.ts';

/** What is used of Electron's UtilityProcess. */
export interface ForkedProcess<Request> {
  postMessage(message: Request): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface SoundTask<Request, Value> {
  readonly request: Request;
  /** What the process may say; whatever took it over would speak too. */
  readonly says: z.ZodType<SoundMessage<Value>>;
  /** The failure when the process ends, is stuck or says something else. */
  readonly lost: AppErrorCode;
  readonly onProgress: (share: number) => void;
  /** Ends the process: a decoder cannot be stopped otherwise. */
  readonly signal: AbortSignal;
}

/** A process that says nothing for so long is stuck (ms). Of lowest priority, it gets hardly any time on a busy computer. */
const silentAtMost = 600_000;

/** Runs a process for one task and ends it: its memory is given back, and what a hostile file did to it is gone. */
export function runSoundProcess<Request, Value>(
  fork: () => ForkedProcess<Request>,
  task: SoundTask<Request, Value>,
): Promise<Result<Value>> {
  if (task.signal.aborted) return Promise.resolve(failure(appError(task.lost, 'cancelled')));
  return new Promise((resolve) => {
    const process = fork();
    let watch: NodeJS.Timeout | undefined;
    const end = (outcome: Result<Value>): void => {
      clearTimeout(watch);
      task.signal.removeEventListener('abort', stop);
      process.kill();
      resolve(outcome);
    };
    const lose = (reason: string): void => end(failure(appError(task.lost, reason)));
    const stop = (): void => lose('cancelled');
    const waitOn = (): void => {
      clearTimeout(watch);
      watch = setTimeout(() => lose(`the process said nothing for ${silentAtMost} ms`), silentAtMost);
    };
    process.onExit(() => lose('the process ended'));
    process.onMessage((heard) => {
      const message = task.says.safeParse(heard);
      if (!message.success) lose('the process said something unexpected');
      else if (message.data.kind === 'done') end(message.data.outcome);
      else {
        waitOn();
        task.onProgress(message.data.share);
      }
    });
    task.signal.addEventListener('abort', stop, { once: true });
    waitOn();
    process.postMessage(task.request);
  });
}
