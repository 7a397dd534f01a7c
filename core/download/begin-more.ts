import type { DownloadQueue, Folded, QueueEffect, QueueItem } from './queue-model.ts';
import { holdOf } from './queue-holds.ts';
import { hostsOf } from './hosts-of.ts';
import { put } from './queue-steps.ts';

/** Starts what may run now, in order, within the limits; what somebody listens to is above them. */
export function beginMore(queue: DownloadQueue): Folded {
  if (queue.held !== null) return { queue, effects: [] };
  const perHost = new Map<string, number>();
  const running = [...queue.items.values()].filter(
    ({ state }) => state === 'downloading' || state === 'verifying',
  );
  for (const item of running) countHosts(queue, item, perHost);
  let free = queue.limits.parallel - running.length;
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    if (item.state !== 'queued' || holdOf(queue, item) !== null) continue;
    if (item.hurried !== true && (free <= 0 || isHostBusy(queue, item, perHost))) continue;
    free -= 1;
    countHosts(queue, item, perHost);
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

function isHostBusy(queue: DownloadQueue, item: QueueItem, perHost: ReadonlyMap<string, number>): boolean {
  return hostsOf(queue, item).some((host) => (perHost.get(host) ?? 0) >= queue.limits.parallelPerHost);
}

function countHosts(queue: DownloadQueue, item: QueueItem, perHost: Map<string, number>): void {
  for (const host of hostsOf(queue, item)) perHost.set(host, (perHost.get(host) ?? 0) + 1);
}
