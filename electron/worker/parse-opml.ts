import { appError } from '../../core/app-error.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

export function parseOpmlFile(_args: WorkerArgs<'opml:parse'>): Result<WorkerResult<'opml:parse'>> {
  return failure(appError('opml-unreadable'));
}
