import type { Migration } from './migration.ts';

/**
 * Marked places of texts. They carry what is to be read of episode and show, because they outlive both; by the address of its
 * feed a show that comes back finds them.
 */
export const highlights: Migration = {
  version: 2,
  stores: { highlights: 'id, episodeId, origin.feedKey, *tags' },
};
