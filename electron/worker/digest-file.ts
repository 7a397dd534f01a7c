import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appError } from '../../core/app-error.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure, success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

/** Reads a file to its end for its digest. */
export async function digestFile({
  file,
  algorithm,
}: WorkerArgs<'audio:digest'>): Promise<Result<WorkerResult<'audio:digest'>>> {
  const hash = createHash(algorithm);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (cause) {
    return failure(appError('disk-failed', cause instanceof Error ? cause.message : String(cause)));
  }
  return success({ digest: hash.digest('base64').replace(/=+$/, '') });
}
