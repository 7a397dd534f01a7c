import type { DownloadSnapshot } from './download.ts';
import type { DownloadQueue, Folded, QueueEffect, QueueItem } from './queue-model.ts';

/** What the window is told of an item. */
export function snapshotOf(item: QueueItem): DownloadSnapshot {
  const { request, state, receivedBytes, totalBytes, error, retryAt, order, pausedByHand } = item;
  const anyway = item.anyway || item.hurried === true;
  return {
    episodeId: request.episodeId,
    state: state === 'queued' && pausedByHand ? 'paused' : state,
    receivedBytes,
    order,
    ...(totalBytes === undefined ? {} : { totalBytes }),
    ...(error === undefined ? {} : { error }),
    ...(state === 'waiting' && retryAt !== undefined ? { retryAt } : {}),
    ...(anyway ? { anyway } : {}),
  };
}

export function put(queue: DownloadQueue, item: QueueItem): Folded {
  const items = new Map(queue.items).set(item.request.episodeId, item);
  return { queue: { ...queue, items }, effects: [{ type: 'announce', snapshot: snapshotOf(item) }] };
}

export function change(queue: DownloadQueue, episodeId: string, to: (item: QueueItem) => QueueItem): Folded {
  const item = queue.items.get(episodeId);
  return item === undefined ? { queue, effects: [] } : put(queue, to(item));
}

/** Items that `to` answers as they are stay unannounced. */
export function changeAll(queue: DownloadQueue, to: (item: QueueItem) => QueueItem): Folded {
  const items = new Map(queue.items);
  const effects: QueueEffect[] = [];
  for (const [episodeId, item] of queue.items) {
    const next = to(item);
    if (next === item) continue;
    items.set(episodeId, next);
    effects.push({ type: 'announce', snapshot: snapshotOf(next) });
  }
  return effects.length === 0 ? { queue, effects } : { queue: { ...queue, items }, effects };
}

/** The try that is ended says nothing of the address, and does not count. */
export function uncounted(item: QueueItem): QueueItem {
  return { ...item, tries: Math.max(0, item.tries - 1) };
}

/** Ends the transfer of an item, which waits for its turn again. What had arrived stays. */
export function stopTransfer({ queue, effects }: Folded, item: QueueItem): Folded {
  const stop: QueueEffect = { type: 'stop', episodeId: item.request.episodeId };
  const stopped = put(queue, { ...uncounted(item), state: 'queued' });
  return { queue: stopped.queue, effects: [...effects, stop, ...stopped.effects] };
}

export function without(queue: DownloadQueue, episodeId: string, effects: QueueEffect[]): Folded {
  if (!queue.items.has(episodeId)) return { queue, effects: [] };
  const items = new Map(queue.items);
  items.delete(episodeId);
  return { queue: { ...queue, items }, effects };
}

/** The queue with these items in the order of their turns; equals stay as they came. */
export function withItems(queue: DownloadQueue, items: Iterable<QueueItem>): DownloadQueue {
  const sorted = [...items].sort((one, other) => one.order - other.order);
  return { ...queue, items: new Map(sorted.map((item) => [item.request.episodeId, item])) };
}
