import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import type { EpisodeListItem } from './rows.ts';

/** Everything downloaded or on its way: unfinished first, then the latest finished. */
export function listDownloads(): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

/** Shows a finished download in the system's file manager. */
export function showInFolder(_episodeId: string): Promise<Result<object>> {
  return Promise.resolve(success({}));
}
