import { copyFile, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import { companionNames } from '../../../core/audio/companion-names.ts';
import { freeFileName } from '../../../core/download/file-name.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { fileInside, folderInside } from '../files/file-inside.ts';
import { makeFolder } from '../files/make-folder.ts';
import { fileSize } from './file-size.ts';
import { removeFinished } from './finished-files.ts';
import type { Ledger } from './ledger.ts';
import { moveFile } from './move-file.ts';
import type { MoveNeeds } from './move-file.ts';
import { copyFileOf } from './part-file.ts';
import { takenNames } from './taken-names.ts';

/**
 * Moves one finished file from the folder of one ledger to that of another, keeping its name where it is free. Whenever
 * the process ends, the file is whole at one of the two places and the ledger there names it: the new ledger names the
 * file first, then the file appears under that name at once, then the old one goes. A file that is not there,
 * or that a link leads to out of the folder, is passed over. Rejects with AppFailure, Node's error or AbortError.
 */
export async function moveFinished(
  entry: LedgerEntry,
  { from, to }: { from: Ledger; to: Ledger },
  needs: MoveNeeds,
): Promise<void> {
  needs.signal.throwIfAborted();
  const source = await fileInside(from.folder, entry.fileName);
  if (source === null || (await fileSize(source)) !== entry.bytes) return;
  if (!(await isThere(to, entry.episodeId))) {
    const moved = { ...entry, fileName: await freeName(entry, to) };
    await place({ source, moved, to }, needs);
  }
  await removeFinished(from, entry.episodeId);
  // Only an empty folder can be removed this way, and only an empty one should be.
  await rmdir(path.dirname(source)).catch(() => undefined);
}

interface Placing {
  readonly source: string;
  readonly moved: LedgerEntry;
  readonly to: Ledger;
}

async function place({ source, moved, to }: Placing, needs: MoveNeeds): Promise<void> {
  const target = path.join(to.folder, moved.fileName);
  await makeFolder(path.dirname(target));
  if ((await folderInside(to.folder, path.dirname(moved.fileName))) === null)
    throw new AppFailure(appError('disk-denied', `${moved.fileName} leads out of the folder`));
  await placeCompanions({ source, target }, needs);
  await to.add(moved);
  await moveFile({ source, target, copy: copyFileOf(to.folder, moved.episodeId) }, needs);
}

/** What is kept beside the file can be made again: what does not come along is no failure. */
async function placeCompanions(
  { source, target }: { readonly source: string; readonly target: string },
  needs: MoveNeeds,
): Promise<void> {
  const names = companionNames(path.basename(target));
  for (const [at, name] of companionNames(path.basename(source)).entries()) {
    const from = path.join(path.dirname(source), name);
    const beside = path.join(path.dirname(target), names[at] ?? name);
    const renamed = (needs.rename ?? rename)(from, beside);
    await renamed.catch(() => copyFile(from, beside)).catch(() => undefined);
  }
}

/** A move that was killed may have brought it already. */
async function isThere(to: Ledger, episodeId: string): Promise<boolean> {
  const there = to.get(episodeId);
  if (there === undefined) return false;
  return (await fileSize(path.join(to.folder, there.fileName))) === there.bytes;
}

/** Its own name, or the next that no file and no other entry has. */
async function freeName({ episodeId, fileName }: LedgerEntry, to: Ledger): Promise<string> {
  const show = path.posix.dirname(fileName);
  return freeFileName(fileName, await takenNames(to, { episodeId, show }));
}
