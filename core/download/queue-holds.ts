import type { DownloadQueueState } from './download.ts';
import type { DownloadQueue, Folded, QueueItem } from './queue-model.ts';
import { stopTransfer } from './queue-steps.ts';

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
    folded = stopTransfer(folded, item);
  }
  return folded;
}
