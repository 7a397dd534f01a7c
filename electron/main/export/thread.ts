import { parentPort, workerData } from 'node:worker_threads';
import type { AppError } from '../../../core/app-error.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Archive } from './write-archive.ts';
import { writeArchive } from './write-archive.ts';

export interface ArchiveTask extends Archive {
  readonly file: string;
}

/** What the thread says when it is done: what went wrong, or null. */
export type ArchiveOutcome = AppError | null;

/** A thread for one archive. Ending it ends the writing. */
const { file, ...archive } = workerData as ArchiveTask;
const outcome: ArchiveOutcome = await writeArchive(file, archive).then(
  () => null,
  (cause: unknown) => errorFromNode(cause, 'disk-failed'),
);
parentPort?.postMessage(outcome);
