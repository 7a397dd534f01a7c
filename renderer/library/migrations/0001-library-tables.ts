import type { Migration } from './migration.ts';

/**
 * Few indexes, because each costs at every import: lists of a show, new episodes over all shows, categories.
 * Rows of one show need no index of their own in the other tables: an episode id starts with the podcast's id.
 */
export const libraryTables: Migration = {
  version: 1,
  stores: {
    podcasts: 'id, feedKey, podcastGuid',
    episodes: 'id, [podcastId+sortAt], [isNew+sortAt], *categories',
    progress: 'episodeId',
    queue: 'episodeId, order',
    downloads: 'episodeId, requestedAt',
    meta: 'key',
  },
};
