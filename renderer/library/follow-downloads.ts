import type { DownloadSnapshot } from '../../core/download/download.ts';
import { listen, request } from '../desktop/client.ts';
import { describeDownload } from './change-downloads.ts';
import { compareDownloads } from './compare-downloads.ts';
import { library } from './database.ts';
import { followDownloadQueue } from './download-queue.ts';
import { showProgress } from './download-progress.ts';
import { inDownloadTurn } from './download-turn.ts';
import { keepInBackground } from './keep-for-offline.ts';
import { tellNews } from './library-news.ts';
import { needsWrite, rowAfterSnapshot } from './row-after-snapshot.ts';
import type { DownloadRow } from './rows.ts';

/** What each row said last, so that four messages a second for each transfer do not become as many reads. */
const lastHeard = new Map<string, string>();

/** Files are looked at again when the window gets the focus, but no more often than this (ms). */
const lookEveryMs = 2_000;

/**
 * Keeps the rows in step with the main process from now on; first compares them with what it has, and again when the user
 * comes back to the window: files may have been moved or deleted meanwhile. The answer stops it.
 */
export function followDownloads(): () => void {
  const stopQueue = followDownloadQueue();
  const stopListening = listen('download:changed', (snapshot) => {
    showProgress(snapshot);
    const heard = saying(snapshot);
    if (lastHeard.get(snapshot.episodeId) === heard) return;
    lastHeard.set(snapshot.episodeId, heard);
    void inDownloadTurn(() => keepSnapshot(snapshot)).catch(() => lastHeard.delete(snapshot.episodeId));
  });
  let lookedAt = Date.now();
  const lookAgain = (): void => {
    if (Math.abs(Date.now() - lookedAt) < lookEveryMs) return;
    lookedAt = Date.now();
    void inDownloadTurn(reconcile);
  };
  void inDownloadTurn(reconcile);
  window.addEventListener('focus', lookAgain);
  return () => {
    stopQueue();
    stopListening();
    window.removeEventListener('focus', lookAgain);
  };
}

function saying(snapshot: DownloadSnapshot): string {
  const { state, error, retryAt, fileName, totalBytes, order, anyway, unverified } = snapshot;
  return JSON.stringify([state, error?.code, retryAt, fileName, totalBytes, order, anyway, unverified]);
}

/** Messages about what was cancelled a moment ago find no row and change nothing. */
async function keepSnapshot(snapshot: DownloadSnapshot): Promise<void> {
  const finished = await library.transaction('rw', library.downloads, async () => {
    const row = await library.downloads.get(snapshot.episodeId);
    if (row === undefined) {
      lastHeard.delete(snapshot.episodeId);
      return false;
    }
    const next = rowAfterSnapshot(row, snapshot, Date.now());
    if (needsWrite(row, next)) await library.downloads.put(next);
    return next.state === 'done' && row.state !== 'done';
  });
  if (!finished) return;
  keepInBackground(snapshot.episodeId);
  tellNews({ kind: 'downloaded', episodeId: snapshot.episodeId });
}

/** Takes over what the main process has now, files that were given it just now too. */
export function compareWithFiles(): Promise<void> {
  return inDownloadTurn(reconcile);
}

/** If the download folder cannot be read (a drive that is not there), every row stays as it is. */
async function reconcile(): Promise<void> {
  const listed = await request('download:list', {});
  if (!listed.ok) return;
  // A row that is changed here no longer says what was heard last.
  lastHeard.clear();
  const rows = await library.downloads.toArray();
  const { write, restart, unknown } = compareDownloads(rows, listed.value, Date.now());
  await library.downloads.bulkPut([...write, ...(await adopt(unknown))]);
  for (const episodeId of restart) {
    const wanted = await describeDownload(episodeId);
    const started = wanted.ok ? await request('download:start', wanted.value) : wanted;
    if (!started.ok) await library.downloads.update(episodeId, { state: 'failed', error: started.error });
  }
}

/** Rows for files whose episodes are here. */
async function adopt(unknown: readonly DownloadSnapshot[]): Promise<DownloadRow[]> {
  const episodes = await library.episodes.bulkGet(unknown.map((snapshot) => snapshot.episodeId));
  const now = Date.now();
  return unknown
    .filter((_snapshot, index) => episodes[index] !== undefined)
    .map((snapshot) => {
      const { episodeId, state, receivedBytes } = snapshot;
      return rowAfterSnapshot({ episodeId, state, receivedBytes, requestedAt: now }, snapshot, now);
    });
}
