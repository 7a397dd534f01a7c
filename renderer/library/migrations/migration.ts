import type { Dexie, Transaction } from 'dexie';

/** One step of a database's schema. A released step is never edited: a change is a new step. */
export interface Migration {
  readonly version: number;
  /** Only the tables that change; `null` removes one. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Mends the rows that older versions wrote. Constants are copied in as literals. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Tells Dexie every version up to `until` (default: all), in order. Throws if the numbers do not run 1, 2, 3 … */
export function declareVersions(
  database: Dexie,
  migrations: readonly Migration[],
  until = migrations.length,
): void {
  for (const [index, migration] of migrations.slice(0, until).entries()) {
    if (migration.version !== index + 1) {
      throw new Error(`${database.name}: migration ${migration.version} stands at place ${index + 1}`);
    }
    const version = database.version(migration.version).stores({ ...migration.stores });
    if (migration.upgrade !== undefined) version.upgrade(migration.upgrade);
  }
}
