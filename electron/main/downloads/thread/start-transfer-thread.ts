import { Worker } from 'node:worker_threads';
import type { StartedThread } from './transfer-thread.ts';

export interface TransferThreadData {
  readonly userAgent: string;
  /** Folder of the sample show. */
  readonly sample: string;
}

/** Starts the built thread. It keeps no process alive: what it has written is what a download goes on from. */
export function startTransferThread(file: string, workerData: TransferThreadData): StartedThread {
  const worker = new Worker(file, { workerData });
  worker.unref();
  return worker;
}
