import { cacheTables } from './0001-cache-tables.ts';
import { libraryTables } from './0001-library-tables.ts';
import { articlesTable } from './0002-articles.ts';
import { highlights } from './0002-highlights.ts';
import { alignments } from './0003-alignments.ts';
import { ownTextsTable } from './0004-own-texts.ts';
import { readingPlaces } from './0005-reading-places.ts';
import type { Migration } from './migration.ts';

/** In order; a new step goes at the end, with its before and after rows in `migrations.test.ts`. */
export const libraryMigrations: readonly Migration[] = [
  libraryTables,
  highlights,
  alignments,
  ownTextsTable,
  readingPlaces,
];
export const cacheMigrations: readonly Migration[] = [cacheTables, articlesTable];
