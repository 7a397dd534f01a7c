import type { DownloadState } from '../../core/download/download.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import type { Page } from './episodes.ts';
import { joinEpisodes } from './join-episodes.ts';
import type { DownloadRow, EpisodeListItem } from './rows.ts';

/** Everything downloaded or on its way: unfinished in the order it was asked for, then the latest finished. */
export async function listDownloads({ offset = 0, limit }: Page = {}): Promise<EpisodeListItem[]> {
  const rows = await library.downloads.orderBy('requestedAt').toArray();
  const unfinished = rows.filter((row) => !isFinished(row.state));
  const finished = rows.filter((row) => isFinished(row.state));
  finished.sort((one, other) => finishedAt(other) - finishedAt(one));
  const page = [...unfinished, ...finished].slice(offset, limit === undefined ? undefined : offset + limit);
  const episodes = await library.episodes.bulkGet(page.map((row) => row.episodeId));
  return joinEpisodes(episodes.filter((episode) => episode !== undefined));
}

/** Shows a finished download in the system's file manager. */
export function showInFolder(episodeId: string): Promise<Result<object>> {
  return request('download:show-in-folder', { episodeId });
}

function isFinished(state: DownloadState): boolean {
  return state === 'done' || state === 'missing';
}

function finishedAt(row: DownloadRow): number {
  return row.doneAt ?? row.requestedAt;
}
