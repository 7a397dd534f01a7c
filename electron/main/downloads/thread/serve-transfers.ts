import type { ByteRanges } from '../../../../core/download/byte-ranges.ts';
import { errorFromNode } from '../../network/network-error.ts';
import type { RunTransfer } from '../bring-part.ts';
import { PartFile } from '../part-file.ts';
import type { PartProgress } from '../part-growth.ts';
import type { RateLimit } from '../rate-limit.ts';
import { throttleProgress } from '../throttle-progress.ts';
import type { FromTransfers, ToTransfers, TransferOutcome } from './transfer-messages.ts';

/** How often the main thread hears of progress (ms): a player that reads behind the transfer waits so long for its first sound. */
const progressEveryMs = 15;

export interface TransferPort {
  postMessage(message: FromTransfers): void;
  on(event: 'message', listener: (message: ToTransfers) => void): unknown;
}

interface Running {
  readonly part: PartFile;
  readonly controller: AbortController;
  begun: () => void;
}

/** Runs the transfers asked for at the other end of `port`. */
export function serveTransfers(port: TransferPort, run: RunTransfer, rateLimit: RateLimit): void {
  const all = new Map<number, Running>();
  port.on('message', (message) => {
    switch (message.type) {
      case 'bring': {
        const part = new PartFile(message.folder, message.journal);
        const running = { part, controller: new AbortController(), begun: () => undefined };
        all.set(message.id, running);
        void bring(port, message, { run, running }).finally(() => all.delete(message.id));
        break;
      }
      case 'begun':
        all.get(message.id)?.begun();
        break;
      case 'wish':
        all.get(message.id)?.part.growth.wish(message.at);
        break;
      case 'abort':
        all.get(message.id)?.controller.abort();
        all.get(message.id)?.begun();
        break;
      case 'limit':
        rateLimit.set(message.bytesPerSecond);
        break;
      case 'routes':
        // For whoever asked.
        break;
    }
  });
}

async function bring(
  port: TransferPort,
  { id, authorization }: Extract<ToTransfers, { type: 'bring' }>,
  { run, running }: { run: RunTransfer; running: Running },
): Promise<void> {
  const { part } = running;
  const { signal } = running.controller;
  const progress = throttleProgress<PartProgress>(
    (newest) => port.postMessage({ type: 'progress', id, progress: newest }),
    progressEveryMs,
  );
  const onRefusal = (): void => port.postMessage({ type: 'refusal', id });
  const onBegin = async (ranges: ByteRanges): Promise<void> => {
    const begun = new Promise<void>((resolve) => (running.begun = resolve));
    port.postMessage({ type: 'begin', id, ranges, journal: part.journal });
    await begun;
    signal.throwIfAborted();
  };
  const task = { part, signal, onBegin, onRefusal, onProgress: progress.report, authorization };
  const outcome = await run(task).then(
    (bytes): TransferOutcome => ({ kind: 'brought', bytes }),
    (cause: unknown): TransferOutcome =>
      signal.aborted ? { kind: 'aborted' } : { kind: 'failed', error: errorFromNode(cause, 'unexpected') },
  );
  progress.stop();
  port.postMessage({ type: 'ended', id, journal: part.journal, outcome });
}
