import { parseOpml } from '../../core/feed/opml.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

export function parseOpmlFile({ bytes }: WorkerArgs<'opml:parse'>): Result<WorkerResult<'opml:parse'>> {
  const list = parseOpml(bytes);
  return list.ok ? success({ outlines: list.value.outlines, rejected: [...list.value.rejected] }) : list;
}
