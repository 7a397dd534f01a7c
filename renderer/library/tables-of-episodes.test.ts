import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Table } from 'dexie';
import { cache, library } from './database.ts';
import { cachesOfEpisodes, tablesOfEpisodes } from './tables-of-episodes.ts';

const isByEpisode = ({ schema }: Table): boolean =>
  [schema.primKey, ...schema.indexes].some(({ keyPath }) => keyPath === 'episodeId');
const names = (tables: readonly Table[]): string[] => tables.map(({ name }) => name).sort();

it('names every table that keeps something of an episode, but for highlights', () => {
  const kept = library.tables.filter((table) => isByEpisode(table) && table.name !== 'highlights');
  expect(names(tablesOfEpisodes())).toEqual(names(kept));
  expect(names(cachesOfEpisodes())).toEqual(names(cache.tables.filter(isByEpisode)));
});
