import { z } from 'zod';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import type { DownloadRow, MetaRow } from './rows.ts';

/** Keys under which the library remembers files of shows that are gone, until they are gone too. */
const keyStart = 'leftover-files ';
const leftoversSchema = z.array(z.object({ episodeId: z.string(), isDone: z.boolean() }));
type Leftover = z.infer<typeof leftoversSchema>[number];

/** The row to write in the transaction that forgets a show: nothing else would know of its files when Earmark is killed behind it. */
export function leftoversRow(podcastId: string, files: readonly DownloadRow[]): MetaRow {
  const leftovers: Leftover[] = files
    // What lies in a folder of the user's own is left there.
    .filter(({ inPlace }) => inPlace === undefined)
    .map(({ episodeId, state }) => ({ episodeId, isDone: state === 'done' || state === 'missing' }));
  return { key: keyStart + podcastId, value: JSON.stringify(leftovers) };
}

/** Deletes what is left of forgotten shows. What cannot be deleted now, as on a drive that is away, is tried again at the next start. */
export async function removeLeftovers(): Promise<void> {
  const rows = await library.meta.where('key').startsWith(keyStart).toArray();
  for (const { key, value } of rows) {
    const kept: Leftover[] = [];
    for (const leftover of readLeftovers(value)) {
      const { episodeId, isDone } = leftover;
      const removed = await request(isDone ? 'download:remove' : 'download:cancel', { episodeId });
      if (!removed.ok) kept.push(leftover);
    }
    if (kept.length === 0) await library.meta.delete(key);
    else await library.meta.put({ key, value: JSON.stringify(kept) });
  }
}

function readLeftovers(value: string): Leftover[] {
  try {
    return leftoversSchema.parse(JSON.parse(value));
  } catch {
    return [];
  }
}
