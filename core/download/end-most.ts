import { countHosts, hostsOf, isAnyBusy } from './hosts-of.ts';
import type { DownloadQueue, Folded, QueueItem } from './queue-model.ts';
import { stopTransfer } from './queue-steps.ts';

/**
 * Ends what a lower limit leaves too many of, the last in order first. What would have to begin anew is let finish, and so is
 * what somebody listens to. What had arrived stays; the try does not count.
 */
export function endMost(queue: DownloadQueue): Folded {
  const { parallel, parallelPerHost } = queue.limits;
  const perHost = new Map<string, number>();
  let total = 0;
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    if (item.hurried === true || (item.state !== 'downloading' && item.state !== 'verifying')) continue;
    const hosts = hostsOf(queue, item);
    if ((total >= parallel || isAnyBusy(hosts, perHost, parallelPerHost)) && canEnd(item)) {
      folded = stopTransfer(folded, item);
      continue;
    }
    total += 1;
    countHosts(hosts, perHost);
  }
  return folded;
}

function canEnd({ state, canResume }: QueueItem): boolean {
  return state === 'downloading' && canResume === true;
}
