import type { Migration } from './migration.ts';

/** Where the page of an episode was left, apart from where its sound was. */
export const readingPlaces: Migration = {
  version: 5,
  stores: { readingPlaces: 'episodeId' },
};
