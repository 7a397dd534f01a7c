import os from 'node:os';
import type { MessageEvent } from 'electron';
import type { AppErrorCode } from '../../core/app-error.ts';
import { appError } from '../../core/app-error.ts';
import type { SoundMessage } from '../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';

/** What the process does once; it tells the share that is done as often as it likes. */
export type SoundWork<Request, Value> = (
  request: Request,
  onProgress: (share: number) => void,
) => Promise<Result<Value>>;

/** Often enough for a progress bar (ms). */
const tellEveryMs = 250;

/**
 * Makes this a utility process that works on the sound of one file: a process of its own, because that takes seconds to minutes of the
 * processor, which the quick jobs must not wait for, and because ending it is the one way to stop a decoder at once. Of low
 * priority, because playing comes first, and of the lowest unless somebody waits for it. `broken` is the failure when `work` throws.
 */
export function serveSound<Request, Value>(
  work: SoundWork<Request, Value>,
  broken: AppErrorCode,
  isWaitedFor: (request: Request) => boolean = () => false,
): void {
  const tell = (message: SoundMessage<Value>): void => process.parentPort.postMessage(message);
  const answer = async (request: Request): Promise<void> => {
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority;
    os.setPriority(isWaitedFor(request) ? PRIORITY_BELOW_NORMAL : PRIORITY_LOW);
    let toldAt = 0;
    const outcome = await work(request, (share) => {
      if (performance.now() - toldAt < tellEveryMs) return;
      toldAt = performance.now();
      tell({ kind: 'progress', share });
    }).catch((cause: unknown) =>
      failure(appError(broken, cause instanceof Error ? cause.message : String(cause))),
    );
    tell({ kind: 'done', outcome });
  };
  process.parentPort.on('message', ({ data }: MessageEvent) => void answer(data as Request));
}
