import { readFile, stat } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import type { RunWorkerJob, WorkerResult } from '../../../core/ipc/worker-contract.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { errorFromNode } from '../network/network-error.ts';

const maximumBytes = 20 * 1024 * 1024;

/** Reads a list of shows the user chose or opened; the worker parses it. Fails with `too-large` from 20 MB on. */
export async function readOpmlFile(
  file: string,
  runJob: RunWorkerJob,
): Promise<Result<WorkerResult<'opml:parse'>>> {
  const bytes = await toResult(() => readBytes(file));
  return bytes.ok ? runJob('opml:parse', { bytes: bytes.value }) : bytes;
}

/** Only a plain file: a pipe would be waited for without end. */
async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new AppFailure(appError('file-missing'));
    if (found.size > maximumBytes) throw new AppFailure(appError('too-large'));
    return await readFile(file);
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'file-missing'));
  }
}
