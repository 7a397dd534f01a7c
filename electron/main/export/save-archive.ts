import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { flushFolder } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { ArchiveOutcome, ArchiveTask } from './thread.ts';
import type { Archive } from './write-archive.ts';

interface SaveArchiveNeeds {
  /** The built thread. */
  readonly thread: string;
  readonly signal: AbortSignal;
}

/**
 * Puts an archive in the place of `file`, written in a thread of its own: whole, or nothing is left of it. Answers whether it
 * is there: `false` after `signal`. Rejects with `AppFailure`.
 */
export async function saveArchive(file: string, archive: Archive, needs: SaveArchiveNeeds): Promise<boolean> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const isWritten = await runThread({ ...archive, file: temporary }, needs);
    if (isWritten) {
      await rename(temporary, file);
      await flushFolder(path.dirname(file));
    }
    return isWritten;
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  } finally {
    await rm(temporary, { force: true });
  }
}

function runThread(task: ArchiveTask, { thread, signal }: SaveArchiveNeeds): Promise<boolean> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const worker = new Worker(thread, { workerData: task });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (outcome: ArchiveOutcome) => {
      if (outcome === null) resolve(true);
      else reject(new AppFailure(outcome));
    });
    worker.on('error', reject);
    // Only now has a thread that was ended let go of the file.
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) resolve(false);
      else reject(new AppFailure(appError('worker-failed', 'the thread ended')));
    });
  });
}
