import { liveQuery } from 'dexie';
import { request } from '../desktop/client.ts';
import { countNew } from './episodes.ts';

/** Keeps the number on the app's icon at how many episodes are new. */
export function tellNewCount(): void {
  liveQuery(async () => countNew()).subscribe((count) => void request('system:show-new', { count }));
}
