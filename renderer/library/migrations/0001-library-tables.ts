import type { Migration } from './migration.ts';

/**
 * Few indexes, because each costs at every import: lists of a show, new episodes over all shows, categories. Those of lists
 * end with the id, so that no two rows are equal in them and reading can go on behind any row.
 * Rows of one show need no index of their own in the other tables: an episode id starts with the podcast's id.
 */
export const libraryTables: Migration = {
  version: 1,
  stores: {
    podcasts: 'id, feedKey, podcastGuid',
    episodes: 'id, [podcastId+order+id], [isNew+order+id], *categories',
    progress: 'episodeId',
    queue: 'episodeId, order',
    downloads: 'episodeId, [state+requestedAt+episodeId], [doneAt+episodeId]',
    podcastSettings: 'podcastId',
    episodeSettings: 'episodeId',
    playlists: 'id, order',
    playlistEntries: '[playlistId+episodeId], [playlistId+order], episodeId',
    bookmarks: 'id, episodeId, [episodeId+positionMs]',
    meta: 'key',
  },
};
