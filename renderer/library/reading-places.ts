import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { library } from './database.ts';
import type { ReadingPlaceRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** Where the page of an episode was left; null when it was never read, or left at its beginning. */
export async function getReadingPlace(episodeId: string): Promise<ReadingPlaceRow | null> {
  return (await library.readingPlaces.get(episodeId)) ?? null;
}

/** `place: null` forgets it. An episode whose show was just unsubscribed gets no row: it would stay for ever. */
export function setReadingPlace(
  episodeId: string,
  place: Pick<ReadingPlaceRow, 'offset' | 'length'> | null,
  updatedAt: number,
): Promise<Result<null>> {
  return writeLibrary([library.episodes, library.readingPlaces], async () => {
    if (place === null) await library.readingPlaces.delete(episodeId);
    else if ((await library.episodes.where('id').equals(episodeId).count()) > 0)
      await library.readingPlaces.put({ episodeId, ...place, updatedAt });
    return success(null);
  });
}
