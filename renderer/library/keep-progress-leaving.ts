import { library } from './database.ts';
import type { ProgressRow } from './rows.ts';

/**
 * One write without Dexie: the request and its commit leave in this very turn, so the browser process finishes them although
 * the page is gone. Live queries do not hear of it, and nobody is left to listen.
 */
export function keepProgressLeaving(row: ProgressRow): void {
  if (!library.isOpen()) return;
  const { name } = library.progress;
  const transaction = library.backendDB().transaction([name], 'readwrite', { durability: 'strict' });
  transaction.objectStore(name).put(row);
  transaction.commit();
}
