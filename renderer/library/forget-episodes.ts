import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { library } from './database.ts';
import { cachesOfEpisodes, tablesOfEpisodes } from './tables-of-episodes.ts';
import { writeLibrary } from './write-library.ts';

/** Takes episodes out of the library with everything kept about them; the files stay. Unknown ids are passed over. */
export async function forgetEpisodes(episodeIds: readonly string[]): Promise<Result<null>> {
  const { podcasts, episodes } = library;
  const ofEpisodes = tablesOfEpisodes();
  const forgotten = await writeLibrary([podcasts, episodes, ...ofEpisodes], async () => {
    const rows = (await episodes.bulkGet([...episodeIds])).filter((row) => row !== undefined);
    const ids = rows.map(({ id }) => id);
    await Promise.all([
      episodes.bulkDelete(ids),
      ...ofEpisodes.map((table) => table.where('episodeId').anyOf(ids).delete()),
    ]);
    for (const podcastId of new Set(rows.map((row) => row.podcastId))) {
      const own = rows.filter((row) => row.podcastId === podcastId);
      await podcasts
        .where('id')
        .equals(podcastId)
        .modify((podcast) => {
          podcast.episodeCount -= own.length;
          podcast.newCount -= own.filter(({ isNew }) => isNew === 1).length;
        });
    }
    return success(null);
  });
  // A cache that fails to forget costs room, not truth.
  if (forgotten.ok)
    await Promise.allSettled(cachesOfEpisodes().map((table) => table.bulkDelete([...episodeIds])));
  return forgotten;
}
