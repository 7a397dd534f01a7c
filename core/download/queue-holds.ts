import type { DownloadQueueState } from './download.ts';
import type { DownloadQueue, Folded, QueueEffect, QueueItem } from './queue-model.ts';
import { put } from './queue-steps.ts';

export type HoldReason = 'by-hand' | 'all' | 'battery' | 'metered' | 'moving';

/** Why it is not the turn of an item that could run; null when nothing holds it. The window asks the same of its rows. */
export function holdOf(
  { moving, pausedAll, rule }: Pick<DownloadQueueState, 'moving' | 'pausedAll' | 'rule'>,
  item: Pick<QueueItem, 'pausedByHand' | 'anyway' | 'hurried'>,
): HoldReason | null {
  if (moving) return 'moving';
  if (item.pausedByHand) return 'by-hand';
  if (item.anyway || item.hurried === true) return null;
  return pausedAll ? 'all' : rule;
}

/**
 * Ends the transfers that something holds now. What had arrived stays; the try does not count. What somebody listens to is finished
 * where it is, although files are being moved: it would fall silent.
 */
export function applyHolds(queue: DownloadQueue): Folded {
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    const hold = holdOf(queue, item);
    const isHeard = hold === 'moving' && item.hurried === true;
    if (item.state !== 'downloading' || hold === null || isHeard) continue;
    const { episodeId } = item.request;
    const stopped = put(folded.queue, { ...item, state: 'queued', tries: Math.max(0, item.tries - 1) });
    const stop: QueueEffect = { type: 'stop', episodeId };
    folded = { queue: stopped.queue, effects: [...folded.effects, stop, ...stopped.effects] };
  }
  return folded;
}
