import type { Migration } from './migration.ts';

export const alignments: Migration = {
  version: 3,
  stores: { alignments: 'episodeId, state' },
};
