import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Command } from './command.ts';
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

/** Adds, replaces or deletes a bookmark. Deleting what is not there is no error. */
export function changeBookmarks(
  command: Extract<Command, { kind: 'keep-bookmark' | 'delete-bookmark' }>,
): Promise<Result<null>> {
  return command.kind === 'keep-bookmark' ? keep(command.bookmark) : remove(command.bookmarkId);
}

/** Fails with `not-found` if the library does not have the episode. */
function keep(bookmark: BookmarkRow): Promise<Result<null>> {
  return writeLibrary([library.episodes, library.bookmarks], async () => {
    const known = (await library.episodes.where('id').equals(bookmark.episodeId).count()) > 0;
    if (!known) return failure(appError('not-found', `episode ${bookmark.episodeId}`));
    await library.bookmarks.put(bookmark);
    return success(null);
  });
}

function remove(bookmarkId: string): Promise<Result<null>> {
  return writeLibrary([library.bookmarks], async () => {
    await library.bookmarks.delete(bookmarkId);
    return success(null);
  });
}
