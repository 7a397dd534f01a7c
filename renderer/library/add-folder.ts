import { folderFeedUrl } from '../../core/folder/folder-address.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { listen, request } from '../desktop/client.ts';
import { library } from './database.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { refreshFeed } from './refresh-feed.ts';
import { fetchAndAdd } from './subscribe.ts';
import type { SubscribeOutcome } from './subscribe.ts';

export interface FolderReading {
  /** Called once the user has chosen a folder, then with how many of its files have been read. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets the user choose a folder and makes it a show; its files are played where they are. A closed dialog is `cancelled`.
 * Fails with `show-folder-gone` and the codes of the disk and the library.
 */
export async function addFolder({ onProgress, signal }: FolderReading): Promise<Result<SubscribeOutcome>> {
  const chosen = await request('folder:choose', {});
  if (!chosen.ok) return chosen;
  if (chosen.value.kind === 'cancelled') return success(chosen.value);
  const { podcastId } = chosen.value;
  if ((await library.podcasts.get(podcastId)) !== undefined) {
    await refreshFeed(podcastId);
    return success({ kind: 'already', podcastId });
  }
  onProgress(0, 0);
  const stop = listen('folder:progress', (read) => {
    if (read.podcastId === podcastId) onProgress(read.done, read.total);
  });
  const added = await fetchAndAdd(folderFeedUrl(podcastId), signal).finally(stop);
  if (added.ok && added.value.kind === 'subscribed') await compareWithFiles();
  else await request('folder:forget', { podcastId });
  return added;
}

/** Lets the user say where the folder of a show lies now; false when the dialog was closed. Fails with the codes of the disk. */
export async function chooseFolderAgain(podcastId: string): Promise<Result<boolean>> {
  const chosen = await request('folder:choose', { podcastId });
  if (!chosen.ok) return chosen;
  if (chosen.value.kind === 'cancelled') return success(false);
  const refreshed = await refreshFeed(podcastId);
  return refreshed.ok ? success(true) : refreshed;
}

/** Shows the folder of a show in the system's file manager. */
export function revealFolder(podcastId: string): Promise<Result<object>> {
  return request('folder:reveal', { podcastId });
}
