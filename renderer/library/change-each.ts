import { library } from './database.ts';
import type { EpisodeRow } from './rows.ts';

/** Rows written at once, so that marking a long show played does not hold up the window. */
const batchRows = 500;

/**
 * Rewrites the episodes and keeps the shows' counters of new ones in step. Unknown ids are passed over; answers those that
 * are known. Within a transaction of both tables.
 */
export async function changeEach(
  episodeIds: readonly string[],
  change: (episode: EpisodeRow) => EpisodeRow,
): Promise<Set<string>> {
  const known = new Set<string>();
  const fewerNew = new Map<string, number>();
  for (let start = 0; start < episodeIds.length; start += batchRows) {
    const rows = await library.episodes.bulkGet(episodeIds.slice(start, start + batchRows));
    const changed = rows.flatMap((row) => (row === undefined ? [] : [{ row, next: change(row) }]));
    for (const { row, next } of changed) {
      known.add(row.id);
      const fewer = row.isNew - next.isNew;
      fewerNew.set(row.podcastId, (fewerNew.get(row.podcastId) ?? 0) + fewer);
    }
    await library.episodes.bulkPut(changed.map(({ next }) => next));
  }
  for (const [podcastId, fewer] of fewerNew) {
    await library.podcasts
      .where('id')
      .equals(podcastId)
      .modify((podcast) => {
        podcast.newCount -= fewer;
      });
  }
  return known;
}
