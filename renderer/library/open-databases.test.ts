import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../core/result.ts';
import { cache, library } from './database.ts';
import { openDatabases } from './open-databases.ts';

/** A database as a later Earmark would leave it. */
async function writeNewer(name: string): Promise<void> {
  const newer = new Dexie(name);
  newer.version(99).stores({ podcasts: 'id', later: 'id' });
  await newer.table('later').add({ id: 'kept' });
  newer.close();
}

afterEach(async () => {
  await library.delete({ disableAutoOpen: false });
  await cache.delete({ disableAutoOpen: false });
});

describe('openDatabases', () => {
  it('opens both', async () => {
    expect(await openDatabases()).toEqual(success(null));
    expect([library.isOpen(), cache.isOpen()]).toEqual([true, true]);
  });

  it('refuses a library of a newer version and leaves it as it is', async () => {
    await writeNewer('library');
    expect(await openDatabases()).toMatchObject({ ok: false, error: { code: 'library-newer' } });
    const newer = await new Dexie('library').open();
    expect(await newer.table('later').toArray()).toEqual([{ id: 'kept' }]);
    newer.close();
  });

  it('starts a cache of a newer version anew', async () => {
    await writeNewer('cache');
    expect(await openDatabases()).toEqual(success(null));
    expect(await cache.details.count()).toBe(0);
  });
});
