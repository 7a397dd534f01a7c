import { hashText } from '../../core/feed/hash-text.ts';
import { cache } from './database.ts';
import type { Validators } from './fetch-feed.ts';
import { mapBreathing } from './map-breathing.ts';
import type { EpisodeDetailRow } from './rows.ts';

/** Rows written at once, so that the window keeps answering. */
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
  const prints = await mapBreathing(episodes, (detail) => hashText(JSON.stringify(detail)));
  const detailPrints = new Map(known?.detailPrints);
  const differing = episodes.filter(({ episodeId }, index) => detailPrints.get(episodeId) !== prints[index]);
  for (const [index, { episodeId }] of episodes.entries()) detailPrints.set(episodeId, prints[index]!);
  await cache
    .transaction('rw', cache.feeds, cache.details, cache.offline, async () => {
      for (let start = 0; start < differing.length; start += batchRows) {
        const batch = differing.slice(start, start + batchRows);
        await cache.details.bulkPut(batch);
        await cache.offline.bulkDelete(batch.map(({ episodeId }) => episodeId));
      }
      await cache.feeds.put({ podcastId, validators, detailPrints });
    })
    .catch(() => undefined);
}
