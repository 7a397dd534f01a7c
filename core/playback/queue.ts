/** A place in the queue. The queue is what comes after the episode that plays now; `order` ascends. */
export interface QueueEntry {
  readonly episodeId: string;
  readonly order: number;
}

/** Below this distance two places are too close to halve again, and the whole queue is numbered anew. */
const closestOrders = 1e-6;

/**
 * The entries to write so that the episode stands first (`next`) or `last`. `queue` is in order.
 * An episode that is there already is moved.
 */
export function enqueue(
  queue: readonly QueueEntry[],
  episodeId: string,
  place: 'next' | 'last',
): QueueEntry[] {
  const others = queue.filter((entry) => entry.episodeId !== episodeId);
  return moveInQueue(queue, episodeId, place === 'next' ? 0 : others.length);
}

/** The entries to write so that the episode stands at `toIndex` of the queue without it; an index outside is brought inside. */
export function moveInQueue(queue: readonly QueueEntry[], episodeId: string, toIndex: number): QueueEntry[] {
  const others = queue.filter((entry) => entry.episodeId !== episodeId);
  const index = Math.max(0, Math.min(others.length, toIndex));
  const before = others[index - 1]?.order;
  const after = others[index]?.order;
  const order = orderBetween(before, after);
  if (order !== null) return [{ episodeId, order }];
  const ids = others.map((entry) => entry.episodeId);
  return ids.toSpliced(index, 0, episodeId).map((id, place) => ({ episodeId: id, order: place }));
}

function orderBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  return after - before < closestOrders ? null : (before + after) / 2;
}
