import type { EventPayload } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { readOpmlFile } from '../feeds/read-opml-file.ts';
import type { HandedOver } from './find-handed-over.ts';

/** What the page is told of it: a list is read first, for the page never sees a path. Nothing is added before the user says so. */
export async function deliverHandedOver(
  what: HandedOver,
  runJob: RunWorkerJob,
): Promise<EventPayload<'system:add-show'>> {
  if (what.kind === 'address') return what;
  const list = await readOpmlFile(what.file, runJob);
  return list.ok ? { kind: 'list', list: list.value } : { kind: 'failed', code: list.error.code };
}
