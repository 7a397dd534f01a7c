import { hostsOf } from './hosts-of.ts';
import type { DownloadQueue, Folded, QueueEffect, QueueItem } from './queue-model.ts';
import { put } from './queue-steps.ts';

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
    const isHostFull = hosts.some((host) => (perHost.get(host) ?? 0) >= parallelPerHost);
    if ((total >= parallel || isHostFull) && canEnd(item)) {
      const ended = put(folded.queue, { ...item, state: 'queued', tries: Math.max(0, item.tries - 1) });
      const stop: QueueEffect = { type: 'stop', episodeId: item.request.episodeId };
      folded = { queue: ended.queue, effects: [...folded.effects, stop, ...ended.effects] };
      continue;
    }
    total += 1;
    for (const host of hosts) perHost.set(host, (perHost.get(host) ?? 0) + 1);
  }
  return folded;
}

function canEnd({ state, canResume }: QueueItem): boolean {
  return state === 'downloading' && canResume === true;
}
