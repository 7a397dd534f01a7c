import { appError } from '../../core/app-error.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure, success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { indexAudio } from './index-audio.ts';

export async function indexAudioFile(
  args: WorkerArgs<'audio:index'>,
): Promise<Result<WorkerResult<'audio:index'>>> {
  try {
    return success(await indexAudio(args));
  } catch (cause) {
    return failure(appError('disk-failed', cause instanceof Error ? cause.message : String(cause)));
  }
}
