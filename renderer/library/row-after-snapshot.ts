import type { DownloadSnapshot } from '../../core/download/download.ts';
import type { DownloadRow } from './rows.ts';

/** The row once the main process has said how the transfer stands. What no longer holds (an error, a retry) is gone from it. */
export function rowAfterSnapshot(row: DownloadRow, snapshot: DownloadSnapshot, now: number): DownloadRow {
  const { episodeId, state, receivedBytes, totalBytes, error, retryAt, fileName } = snapshot;
  const { order, anyway, unverified, inPlace } = snapshot;
  const { requestedAt, automatic } = row;
  // A file on a drive that comes back was still finished when it was.
  const isFinished = inPlace === undefined && (state === 'done' || state === 'missing');
  const doneAt = isFinished ? (row.doneAt ?? now) : undefined;
  return {
    episodeId,
    state,
    receivedBytes,
    requestedAt,
    ...(totalBytes === undefined ? {} : { totalBytes }),
    ...(error === undefined ? {} : { error }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(fileName === undefined ? {} : { fileName }),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(order === undefined ? {} : { order }),
    ...(anyway === undefined ? {} : { anyway }),
    ...(unverified === undefined ? {} : { unverified }),
    ...(inPlace === undefined ? {} : { inPlace }),
    ...(automatic === undefined ? {} : { automatic }),
  };
}

/** Whether the row says something else than before; bytes on their way are not worth a write. */
export function needsWrite(row: DownloadRow, next: DownloadRow): boolean {
  return (
    row.state !== next.state ||
    row.error?.code !== next.error?.code ||
    row.retryAt !== next.retryAt ||
    row.fileName !== next.fileName ||
    row.totalBytes !== next.totalBytes ||
    row.order !== next.order ||
    row.anyway !== next.anyway ||
    row.unverified !== next.unverified
  );
}
