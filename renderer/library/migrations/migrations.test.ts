import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Migration } from './migration.ts';
import { declareVersions } from './migration.ts';
import { cacheMigrations, libraryMigrations } from './migrations.ts';

type Rows = Record<string, readonly object[]>;

interface Case {
  readonly migrations: readonly Migration[];
  /** The step under test; the rows before it are written at the version below. */
  readonly version: number;
  readonly before: Rows;
  readonly after: Rows;
}

let databases = 0;

/** The rows of each table after step `version` met the rows `before`. */
async function migrate({ migrations, version, before }: Case): Promise<Rows> {
  const name = `migration-${(databases += 1)}`;
  if (version > 1) {
    const old = await open(name, migrations, version - 1);
    for (const [table, rows] of Object.entries(before)) await old.table(table).bulkAdd([...rows]);
    old.close();
  }
  const upgraded = await open(name, migrations, version);
  const rows: Rows = {};
  for (const table of upgraded.tables) rows[table.name] = await table.toArray();
  upgraded.close();
  return rows;
}

async function open(name: string, migrations: readonly Migration[], until: number): Promise<Dexie> {
  const database = new Dexie(name);
  declareVersions(database, migrations, until);
  return database.open();
}

/** One case for each step of each database; a new step without one fails below. */
const cases: Record<string, Case> = {
  'library 1': {
    migrations: libraryMigrations,
    version: 1,
    before: {},
    after: {
      podcasts: [],
      episodes: [],
      progress: [],
      queue: [],
      downloads: [],
      podcastSettings: [],
      episodeSettings: [],
      playlists: [],
      playlistEntries: [],
      bookmarks: [],
      meta: [],
    },
  },
  'library 2': {
    migrations: libraryMigrations,
    version: 2,
    before: { bookmarks: [{ id: 'b', episodeId: 'p-1', positionMs: 5000, note: '', createdAt: 1 }] },
    after: {
      podcasts: [],
      episodes: [],
      progress: [],
      queue: [],
      downloads: [],
      podcastSettings: [],
      episodeSettings: [],
      playlists: [],
      playlistEntries: [],
      bookmarks: [{ id: 'b', episodeId: 'p-1', positionMs: 5000, note: '', createdAt: 1 }],
      highlights: [],
      meta: [],
    },
  },
  'library 3': {
    migrations: libraryMigrations,
    version: 3,
    before: { downloads: [{ episodeId: 'a', state: 'done', requestedAt: 1 }] },
    after: {
      podcasts: [],
      episodes: [],
      progress: [],
      queue: [],
      downloads: [{ episodeId: 'a', state: 'done', requestedAt: 1 }],
      podcastSettings: [],
      episodeSettings: [],
      playlists: [],
      playlistEntries: [],
      bookmarks: [],
      highlights: [],
      meta: [],
      alignments: [],
    },
  },
  'library 4': {
    migrations: libraryMigrations,
    version: 4,
    before: { bookmarks: [{ id: 'b', episodeId: 'a-1', positionMs: 1, note: '', createdAt: 2 }] },
    after: {
      podcasts: [],
      episodes: [],
      progress: [],
      queue: [],
      downloads: [],
      podcastSettings: [],
      episodeSettings: [],
      playlists: [],
      playlistEntries: [],
      highlights: [],
      meta: [],
      alignments: [],
      ownTexts: [],
      bookmarks: [{ id: 'b', episodeId: 'a-1', positionMs: 1, note: '', createdAt: 2 }],
    },
  },
  'library 5': {
    migrations: libraryMigrations,
    version: 5,
    before: { bookmarks: [{ id: 'b', episodeId: 'a-1', positionMs: 1, note: '', createdAt: 2 }] },
    after: {
      podcasts: [],
      episodes: [],
      progress: [],
      queue: [],
      downloads: [],
      podcastSettings: [],
      episodeSettings: [],
      playlists: [],
      playlistEntries: [],
      highlights: [],
      meta: [],
      alignments: [],
      ownTexts: [],
      readingPlaces: [],
      bookmarks: [{ id: 'b', episodeId: 'a-1', positionMs: 1, note: '', createdAt: 2 }],
    },
  },
  'cache 1': {
    migrations: cacheMigrations,
    version: 1,
    before: {},
    after: { details: [], feeds: [], texts: [], chapters: [], offline: [] },
  },
  'cache 2': {
    migrations: cacheMigrations,
    version: 2,
    before: { offline: [{ episodeId: 'a-1', missing: 0, triedAt: 1 }] },
    after: {
      details: [],
      feeds: [],
      texts: [],
      chapters: [],
      offline: [{ episodeId: 'a-1', missing: 0, triedAt: 1 }],
      articles: [],
    },
  },
};

describe('migrations', () => {
  it.each(Object.entries(cases))('%s leaves the expected rows', async (_name, migration) => {
    expect(await migrate(migration)).toEqual(migration.after);
  });

  it('has a case for every step', () => {
    const steps = [
      ...libraryMigrations.map(({ version }) => `library ${version}`),
      ...cacheMigrations.map(({ version }) => `cache ${version}`),
    ];
    expect(Object.keys(cases).toSorted()).toEqual(steps.toSorted());
  });

  it('carries rows through an upgrade', async () => {
    const made: Migration[] = [
      { version: 1, stores: { things: 'id' } },
      {
        version: 2,
        stores: { things: 'id, size', leavings: 'id' },
        upgrade: (transaction) =>
          transaction
            .table('things')
            .toCollection()
            .modify((thing: { size?: number }) => {
              thing.size = 0;
            }),
      },
    ];
    const before = { things: [{ id: 'a' }] };
    const rows = await migrate({ migrations: made, version: 2, before, after: {} });
    expect(rows).toEqual({ things: [{ id: 'a', size: 0 }], leavings: [] });
  });

  it('refuses steps out of order', () => {
    const gap: Migration[] = [{ version: 2, stores: {} }];
    expect(() => declareVersions(new Dexie('gap'), gap)).toThrow('migration 2 stands at place 1');
  });
});
