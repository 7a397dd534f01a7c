import type { Migration } from './migration.ts';

/** Texts the listener gives an episode. */
export const ownTextsTable: Migration = { version: 4, stores: { ownTexts: 'id, episodeId' } };
