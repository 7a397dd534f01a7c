import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { library } from './database.ts';
import type { BookmarkRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** The bookmarks of an episode in the order of their times. */
export function listBookmarks(episodeId: string): Promise<BookmarkRow[]> {
  return library.bookmarks
    .where('[episodeId+positionMs]')
    .between([episodeId, 0], [episodeId, Number.POSITIVE_INFINITY])
    .toArray();
}

/** Adds a bookmark or replaces it. Fails with `not-found` if the library does not have the episode. */
export function keepBookmark(bookmark: BookmarkRow): Promise<Result<null>> {
  return writeLibrary([library.episodes, library.bookmarks], async () => {
    const known = (await library.episodes.where('id').equals(bookmark.episodeId).count()) > 0;
    if (!known) return failure(appError('not-found', `episode ${bookmark.episodeId}`));
    await library.bookmarks.put(bookmark);
    return success(null);
  });
}

/** Deleting what is not there is no error. */
export function deleteBookmark(bookmarkId: string): Promise<Result<null>> {
  return writeLibrary([library.bookmarks], async () => {
    await library.bookmarks.delete(bookmarkId);
    return success(null);
  });
}
