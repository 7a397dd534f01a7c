import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { announceNews } from './announce-news.ts';
import { followDownloads } from './follow-downloads.ts';
import { followFolders } from './follow-folders.ts';
import { removeLeftovers } from './leftover-files.ts';
import { openDatabases } from './open-databases.ts';
import { scheduleOfflineRepair } from './repair-offline.ts';
import { scheduleRefresh } from './schedule-refresh.ts';

/**
 * Opens the databases, hears of downloads and folders, compares rows with files, keeps shows fresh and downloads whole. Once, before the
 * first screen.
 * Fails with `library-newer` when a newer Earmark wrote the library, else `library-failed` or `disk-full`.
 */
export async function startLibrary(): Promise<Result<null>> {
  const opened = await openDatabases();
  if (!opened.ok) return opened;
  followDownloads();
  followFolders();
  announceNews();
  scheduleRefresh();
  scheduleOfflineRepair();
  // Until the library can be read, the next start will do.
  void removeLeftovers().catch(() => undefined);
  return success(null);
}
