import type { Migration } from './migration.ts';

/** Articles of the web pages of episodes. */
export const articlesTable: Migration = { version: 2, stores: { articles: 'episodeId' } };
