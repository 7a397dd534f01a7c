import { hashText } from '../../core/feed/hash-text.ts';
import { cache } from './database.ts';
import type { Validators } from './fetch-feed.ts';
import type { EpisodeDetailRow } from './rows.ts';

/** Rows hashed or written at once, so that the window keeps answering. */
const batchRows = 250;

export interface FeedDetails {
  readonly podcastId: string;
  readonly validators: Validators;
  /** Of every episode of the feed. */
  readonly episodes: readonly EpisodeDetailRow[];
}

/**
 * Keeps what differs from what the cache has. The validators go with it in one transaction: were they kept without the details,
 * the server would call unchanged what is not here. Failing costs a fetch at the next refresh, nothing else.
 */
export async function saveDetails({ podcastId, validators, episodes }: FeedDetails): Promise<void> {
  const known = await cache.feeds.get(podcastId).catch(() => undefined);
  const detailPrints = new Map(known?.detailPrints);
  const differing: EpisodeDetailRow[] = [];
  for (const [index, detail] of episodes.entries()) {
    if (index % batchRows === batchRows - 1) await breathe();
    const print = hashText(JSON.stringify(detail));
    if (detailPrints.get(detail.episodeId) !== print) differing.push(detail);
    detailPrints.set(detail.episodeId, print);
  }
  await cache
    .transaction('rw', cache.feeds, cache.details, async () => {
      for (let start = 0; start < differing.length; start += batchRows) {
        await cache.details.bulkPut(differing.slice(start, start + batchRows));
      }
      await cache.feeds.put({ podcastId, validators, detailPrints });
    })
    .catch(() => undefined);
}

/** Lets input and painting through. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
