import type { Dexie } from 'dexie';
import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { cache, library } from './database.ts';
import { libraryError } from './write-library.ts';

/** Dexie multiplies its version by ten for IndexedDB, and would open and write a newer schema without a word. */
const nativeVersionStep = 10;

/**
 * Opens both databases. Fails with `library-newer` when a newer Earmark wrote the library (it is left untouched), else with
 * `library-failed` or `disk-full`. A cache that does not open is made anew: all of it can be fetched again.
 */
export async function openDatabases(): Promise<Result<null>> {
  try {
    if (await wasWrittenByNewer(library)) return failure(appError('library-newer'));
    await library.open();
  } catch (error) {
    return failure(libraryError(error));
  }
  try {
    if (await wasWrittenByNewer(cache)) await cache.delete({ disableAutoOpen: false });
    await cache.open();
  } catch {
    await renewCache();
  }
  return success(null);
}

async function renewCache(): Promise<void> {
  await cache.delete({ disableAutoOpen: false }).catch(() => undefined);
  await cache.open().catch(() => undefined);
}

async function wasWrittenByNewer(database: Dexie): Promise<boolean> {
  const present = await indexedDB.databases();
  const found = present.find(({ name }) => name === database.name);
  return (found?.version ?? 0) >= (database.verno + 1) * nativeVersionStep;
}
