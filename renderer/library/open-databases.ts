import type { Dexie } from 'dexie';
import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { cache, library } from './database.ts';
import { libraryError } from './write-library.ts';

/** Dexie multiplies its version by ten for IndexedDB, and would open and write a newer schema without a word. */
const nativeVersionStep = 10;

/**
 * Opens both databases, side by side. Fails with `library-newer` when a newer Earmark wrote the library (both are left
 * untouched), else with `library-failed` or `disk-full`. A cache that does not open is made anew: all of it can be fetched again.
 */
export async function openDatabases(): Promise<Result<null>> {
  try {
    const present = await indexedDB.databases();
    if (isNewer(library, present)) return failure(appError('library-newer'));
    await Promise.all([library.open(), openCache(isNewer(cache, present))]);
    return success(null);
  } catch (error) {
    return failure(libraryError(error));
  }
}

async function openCache(isOfNewer: boolean): Promise<void> {
  if (isOfNewer) await renewCache();
  else await cache.open().catch(renewCache);
}

async function renewCache(): Promise<void> {
  await cache.delete({ disableAutoOpen: false }).catch(() => undefined);
  await cache.open().catch(() => undefined);
}

/** Whether a newer Earmark wrote what is there. */
function isNewer(database: Dexie, present: readonly IDBDatabaseInfo[]): boolean {
  const found = present.find(({ name }) => name === database.name);
  return (found?.version ?? 0) >= (database.verno + 1) * nativeVersionStep;
}
