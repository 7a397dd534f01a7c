import { Dexie } from 'dexie';
import type { DownloadState } from '../../core/download/download.ts';
import { downloadStates } from '../../core/download/download-states.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import type { Page } from './episodes.ts';
import { joinEpisodes } from './join-episodes.ts';
import { readKeys, readRange } from './read-range.ts';
import type { DownloadRow, EpisodeListItem } from './rows.ts';

/** Everything downloaded or on its way, without positions: unfinished in the order of turns, then the latest finished. */
export async function listDownloads(page: Page = {}): Promise<EpisodeListItem[]> {
  const { offset = 0, limit = Number.POSITIVE_INFINITY } = page;
  const end = offset + limit;
  const unfinished = await readUnfinished(end);
  const finished = unfinished.length < end ? await readFinished(end - unfinished.length) : [];
  const ids = [...unfinished, ...finished].slice(offset, end).map((row) => row.episodeId);
  return joinEpisodes(await readKeys(library.episodes, ids), { withProgress: false });
}

/** How the download of an episode stands; null where nobody wants one. */
export async function getDownload(episodeId: string): Promise<DownloadRow | null> {
  return (await library.downloads.get(episodeId)) ?? null;
}

/** Shows a finished download in the system's file manager. */
export function showInFolder(episodeId: string): Promise<Result<object>> {
  return request('download:show-in-folder', { episodeId });
}

async function readUnfinished(limit: number): Promise<DownloadRow[]> {
  const ofState = (state: DownloadState) => {
    const index = '[state+requestedAt+episodeId]';
    return readRange(library.downloads, { index, lower: [state], upper: [state, Dexie.maxKey] }, { limit });
  };
  const states = downloadStates.filter((state) => state !== 'done' && state !== 'missing');
  const rows = (await Promise.all(states.map(ofState))).flat();
  const place = ({ order, requestedAt }: DownloadRow): number => order ?? requestedAt;
  return rows.sort((one, other) => place(one) - place(other)).slice(0, limit);
}

/** A page comes row by row from the end; everything is faster forwards. */
async function readFinished(limit: number): Promise<DownloadRow[]> {
  const index = '[doneAt+episodeId]';
  if (limit < Number.POSITIVE_INFINITY)
    return library.downloads.orderBy(index).reverse().limit(limit).toArray();
  const { minKey: lower, maxKey: upper } = Dexie;
  return (await readRange(library.downloads, { index, lower, upper })).reverse();
}
