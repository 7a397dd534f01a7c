import { appError } from '../../core/app-error.ts';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import { needsWrite, rowAfterSnapshot } from './row-after-snapshot.ts';
import type { DownloadRow } from './rows.ts';

export interface DownloadDifferences {
  /** Rows that must change to say what is on disk. */
  readonly write: DownloadRow[];
  /** Episodes the user waits for and the main process knows nothing of. */
  readonly restart: string[];
  /** Files and transfers without a row. Never deleted for that: the rows may be what was lost. */
  readonly unknown: DownloadSnapshot[];
}

/** What differs between the rows and what the main process has. Nothing is taken for deleted; a vanished file becomes `missing`. */
export function compareDownloads(
  rows: readonly DownloadRow[],
  snapshots: readonly DownloadSnapshot[],
  now: number,
): DownloadDifferences {
  const byEpisode = new Map(snapshots.map((snapshot) => [snapshot.episodeId, snapshot]));
  const write: DownloadRow[] = [];
  const restart: string[] = [];
  for (const row of rows) {
    const snapshot = byEpisode.get(row.episodeId);
    byEpisode.delete(row.episodeId);
    if (snapshot !== undefined) {
      const next = rowAfterSnapshot(row, snapshot, now);
      if (needsWrite(row, next)) write.push(next);
    } else if (row.state === 'done') {
      const doneAt = row.inPlace ? undefined : (row.doneAt ?? now);
      const error = appError(row.inPlace ? 'folder-file-missing' : 'audio-missing');
      write.push({ ...row, state: 'missing', ...(doneAt !== undefined && { doneAt }), error });
    } else if (row.state !== 'missing' && row.state !== 'failed') {
      restart.push(row.episodeId);
    }
  }
  return { write, restart, unknown: [...byEpisode.values()] };
}
