import type { Migration } from './migration.ts';

export const cacheTables: Migration = {
  version: 1,
  stores: {
    details: 'episodeId',
    feeds: 'podcastId',
    texts: 'episodeId',
    chapters: 'episodeId',
    offline: 'episodeId',
  },
};
