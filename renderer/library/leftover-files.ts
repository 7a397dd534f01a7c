import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import type { DownloadRow, MetaRow } from './rows.ts';

/** Keys under which the library remembers files of shows that are gone, until they are gone too. */
const keyStart = 'leftover-files ';
/** The value is a list of episodes, those that were not finished with this before them. */
const unfinished = '~';

/** The row to write in the transaction that forgets a show: nothing else would know of its files when Earmark is killed behind it. */
export function leftoversRow(podcastId: string, files: readonly DownloadRow[]): MetaRow {
  const leftovers = files
    // What lies in a folder of the user's own is left there.
    .filter(({ inPlace }) => inPlace === undefined)
    .map(
      ({ episodeId, state }) => `${state === 'done' || state === 'missing' ? '' : unfinished}${episodeId}`,
    );
  return { key: keyStart + podcastId, value: leftovers.join(' ') };
}

/** Deletes what is left of forgotten shows. What cannot be deleted now, as on a drive that is away, is tried again at the next start. */
export async function removeLeftovers(): Promise<void> {
  const rows = await library.meta.where('key').startsWith(keyStart).toArray();
  for (const { key, value } of rows) {
    const kept: string[] = [];
    for (const leftover of value.split(' ').filter((word) => word !== ''))
      if (!(await remove(leftover))) kept.push(leftover);
    if (kept.length === 0) await library.meta.delete(key);
    else await library.meta.put({ key, value: kept.join(' ') });
  }
}

async function remove(leftover: string): Promise<boolean> {
  const removed = leftover.startsWith(unfinished)
    ? await request('download:cancel', { episodeId: leftover.slice(unfinished.length) })
    : await request('download:remove', { episodeId: leftover });
  return removed.ok;
}
