import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { library } from './database.ts';
import type { EpisodeRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** Rows written at once, so that marking a long show played does not hold up the window. */
const batchRows = 500;

/** Marks episodes played or not. Played ones leave New, the queue and their position: playing them again starts over. */
export function markPlayed(
  episodeIds: readonly string[],
  played: boolean,
  at: number,
): Promise<Result<null>> {
  const { podcasts, episodes, progress, queue } = library;
  return writeLibrary([podcasts, episodes, progress, queue], async () => {
    await changeEach(episodeIds, ({ playedAt: _playedAt, ...episode }) =>
      played ? { ...episode, isNew: 0, playedAt: at } : episode,
    );
    await progress.bulkDelete([...episodeIds]);
    if (played) await queue.bulkDelete([...episodeIds]);
    return success(null);
  });
}

/** Takes episodes out of New and leaves the rest as it is. */
export function dismissNew(episodeIds: readonly string[]): Promise<Result<null>> {
  return writeLibrary([library.podcasts, library.episodes], async () => {
    await changeEach(episodeIds, (episode) => ({ ...episode, isNew: 0 }));
    return success(null);
  });
}

/** Marks episodes as favourites or not. */
export function setFavourite(
  episodeIds: readonly string[],
  favourite: boolean,
  at: number,
): Promise<Result<null>> {
  return writeLibrary([library.podcasts, library.episodes], async () => {
    await changeEach(episodeIds, ({ favouriteAt, ...episode }) =>
      favourite ? { ...episode, favouriteAt: favouriteAt ?? at } : episode,
    );
    return success(null);
  });
}

/** Rewrites the episodes and keeps the shows' counters of new ones in step. Unknown ids are passed over. */
async function changeEach(
  episodeIds: readonly string[],
  change: (episode: EpisodeRow) => EpisodeRow,
): Promise<void> {
  const fewerNew = new Map<string, number>();
  for (let start = 0; start < episodeIds.length; start += batchRows) {
    const rows = await library.episodes.bulkGet(episodeIds.slice(start, start + batchRows));
    const changed = rows.flatMap((row) => (row === undefined ? [] : [{ row, next: change(row) }]));
    for (const { row, next } of changed) {
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
}
