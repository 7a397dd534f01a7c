import type { RunWorkerJob, WorkerResult } from '../../../core/ipc/worker-contract.ts';
import type { Result } from '../../../core/result.ts';
import { toResult } from '../app-failure.ts';
import { readPlainFile } from '../files/read-plain-file.ts';

const maximumBytes = 20 * 1024 * 1024;

/** Reads a list of shows the user chose or opened; the worker parses it. Fails with `too-large` from 20 MB on. */
export async function readOpmlFile(
  file: string,
  runJob: RunWorkerJob,
): Promise<Result<WorkerResult<'opml:parse'>>> {
  const bytes = await toResult(() => readPlainFile(file, maximumBytes));
  return bytes.ok ? runJob('opml:parse', { bytes: bytes.value }) : bytes;
}
