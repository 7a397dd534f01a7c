import type { DownloadQueue, Folded, QueueEffect } from './queue-model.ts';
import { holdOf } from './queue-holds.ts';
import { countHosts, hostsOf, isAnyBusy } from './hosts-of.ts';
import { put } from './queue-steps.ts';

/** Starts what may run now, in order, within the limits; what somebody listens to is above them. */
export function beginMore(queue: DownloadQueue): Folded {
  if (queue.held !== null) return { queue, effects: [] };
  const perHost = new Map<string, number>();
  const running = [...queue.items.values()].filter(
    ({ state }) => state === 'downloading' || state === 'verifying',
  );
  for (const item of running) countHosts(hostsOf(queue, item), perHost);
  let free = queue.limits.parallel - running.length;
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    if (item.state !== 'queued' || holdOf(queue, item) !== null) continue;
    const hosts = hostsOf(queue, item);
    const isFull = free <= 0 || isAnyBusy(hosts, perHost, queue.limits.parallelPerHost);
    if (item.hurried !== true && isFull) continue;
    free -= 1;
    countHosts(hosts, perHost);
    const begun = put(folded.queue, {
      ...item,
      state: 'downloading',
      tries: item.tries + 1,
      bytesAtStart: item.receivedBytes,
    });
    const start: QueueEffect = { type: 'start', episodeId: item.request.episodeId };
    folded = { queue: begun.queue, effects: [...folded.effects, ...begun.effects, start] };
  }
  return folded;
}
