import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import { companionNames } from '../../../core/audio/companion-names.ts';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { reconcileFiles } from '../../../core/download/reconcile-files.ts';
import type { FileOnDisk, LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { folderInside } from '../files/file-inside.ts';
import { errorFromNode } from '../network/network-error.ts';
import { followMoved } from './follow-moved.ts';
import type { Ledger } from './ledger.ts';

/**
 * What the ledgers say, compared with the files that are there; those that were moved or renamed are found. An episode downloaded to two
 * folders is said once, and where its file is.
 */
export async function listFinished(
  ledgers: readonly Ledger[],
  isAway: (folder: string) => boolean,
): Promise<Map<string, DownloadSnapshot>> {
  const looks = await Promise.all(
    ledgers.map(async (ledger) => {
      const away = isAway(ledger.folder);
      const compared = reconcileFiles(ledger.all(), away ? [] : await filesOf(ledger));
      return { away, moved: away ? [] : await followMoved(ledger, compared), ...compared };
    }),
  );
  const missing = looks.flatMap(({ away, missing: gone, changed }) =>
    [...gone, ...changed].map((entry) => missingSnapshot(entry, away)),
  );
  const present = looks.flatMap(({ present: there, moved }) => [...there, ...moved]).map(doneSnapshot);
  return new Map([...missing, ...present].map((snapshot) => [snapshot.episodeId, snapshot]));
}

/** The entries of a ledger whose file is there as it was left. */
export async function listPresent(ledger: Ledger): Promise<readonly LedgerEntry[]> {
  return reconcileFiles(ledger.all(), await filesOf(ledger)).present;
}

/** The ledger that knows a finished episode, one whose file is as it was left before any other; null when none does. */
export async function findFinished(
  ledgers: readonly Ledger[],
  episodeId: string,
): Promise<{ ledger: Ledger; entry: LedgerEntry; isPresent: boolean } | null> {
  const known = ledgers.flatMap((ledger) => {
    const entry = ledger.get(episodeId);
    return entry === undefined ? [] : [{ ledger, entry }];
  });
  const found = await Promise.all(
    known.map(async ({ ledger, entry }) => {
      const file = await stat(path.join(ledger.folder, entry.fileName)).catch(() => null);
      return { ledger, entry, isPresent: file?.size === entry.bytes };
    }),
  );
  return found.find(({ isPresent }) => isPresent) ?? found[0] ?? null;
}

export function doneSnapshot({ episodeId, fileName, bytes, unverified }: LedgerEntry): DownloadSnapshot {
  const totalBytes = bytes > 0 ? { totalBytes: bytes } : {};
  const mark = unverified === undefined ? {} : { unverified };
  return { episodeId, state: 'done', receivedBytes: bytes, fileName, ...totalBytes, ...mark };
}

/** `isAway`: nothing was deleted, only the drive with it is not there. */
export function missingSnapshot({ episodeId, fileName }: LedgerEntry, isAway: boolean): DownloadSnapshot {
  const error = appError(isAway ? 'folder-gone' : 'file-missing');
  return { episodeId, state: 'missing', receivedBytes: 0, fileName, error };
}

/** The files a ledger names, with one look at each folder instead of one at each file. */
async function filesOf(ledger: Ledger): Promise<FileOnDisk[]> {
  const shows = new Set(ledger.all().map(({ fileName }) => path.posix.dirname(fileName)));
  const found = await Promise.all(
    [...shows].map(async (show) => {
      const names = await readdir(path.join(ledger.folder, show)).catch(() => []);
      return Promise.all(
        names.map(async (name) => {
          const file = await stat(path.join(ledger.folder, show, name)).catch(() => null);
          return file?.isFile() === true ? [{ fileName: path.posix.join(show, name), bytes: file.size }] : [];
        }),
      );
    }),
  );
  return found.flat(2);
}

/**
 * Deletes a finished file, what is kept beside it and its line in the ledger; nothing where there is none. A folder in
 * the download folder that is a link to elsewhere is not ours to delete from. Rejects with AppFailure.
 */
export async function removeFinished(ledger: Ledger, episodeId: string): Promise<void> {
  const entry = ledger.get(episodeId);
  if (entry === undefined) return;
  const show = await folderInside(ledger.folder, path.dirname(entry.fileName));
  const name = path.basename(entry.fileName);
  try {
    for (const one of show === null ? [] : [name, ...companionNames(name)])
      await rm(path.join(show ?? '', one), { force: true });
    await ledger.remove(episodeId);
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}
