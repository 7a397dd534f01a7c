import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import { comparableFileName } from '../../../core/download/file-name.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { isBelow } from '../files/file-inside.ts';
import { errorFromNode } from '../network/network-error.ts';
import { fileSize } from './file-size.ts';
import { finishDownload, kindOf } from './finish-download.ts';
import type { Finishing } from './finish-download.ts';
import type { Ledger } from './ledger.ts';
import { copyWhole } from './move-file.ts';
import type { MoveNeeds } from './move-file.ts';
import { copyFileOf, workFolder } from './part-file.ts';

/**
 * Looks at a file that the user chose for the audio of an episode; nothing is changed. Rejects with AppFailure:
 * `audio-not-audio`, `audio-empty`, `audio-incomplete` where it is an unfinished download of ours, or `file-different`
 * where the size of what was downloaded is known (`bytes`) and is another.
 */
export async function checkChosenFile(given: {
  readonly file: string;
  readonly folder: string;
  readonly bytes: number | undefined;
}): Promise<void> {
  const { file, folder, bytes = 0 } = given;
  try {
    const kind = await kindOf(file);
    if (kind === 'empty') throw new AppFailure(appError('audio-empty'));
    if (kind === 'html' || kind === 'text')
      throw new AppFailure(appError('audio-not-audio', `the file is ${kind}`));
    if ((await nameInside(workFolder(folder), file)) !== null)
      throw new AppFailure(appError('audio-incomplete', 'an unfinished download'));
    const size = await fileSize(file);
    if (bytes > 0 && size !== bytes)
      throw new AppFailure(appError('file-different', `${size} bytes, ${bytes} were downloaded`));
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}

/**
 * Makes a file that the user chose the audio of an episode: one in the download folder stays where it is, unless it is that
 * of another episode; any other is copied there under a readable name. Nothing may write to the part meanwhile. Killed or ended by
 * `signal` before the copy is whole, nothing was taken. Rejects with AppFailure.
 */
export async function enterChosenFile(
  file: string,
  into: Omit<Finishing, 'bytes'> & Pick<MoveNeeds, 'freeBytes' | 'signal'>,
): Promise<LedgerEntry> {
  const { part, ledger, freeBytes, signal } = into;
  const { episodeId } = part.journal.request;
  try {
    const bytes = (await fileSize(file)) ?? 0;
    const inner = await nameInside(ledger.folder, file);
    if (inner !== null && !belongsToOther(ledger, { episodeId, fileName: inner })) {
      const entry = { episodeId, fileName: inner, bytes };
      await ledger.add(entry);
      await part.discard();
      return entry;
    }
    part.growth.begin([]);
    const copy = copyFileOf(part.folder, episodeId);
    await copyWhole(
      { source: file, target: part.file, copy },
      { signal, freeBytes, onBytes: () => undefined },
    );
    await part.save({ offset: bytes, ahead: undefined, expectedTotal: bytes });
    part.growth.wrote({ ranges: [[0, bytes]], position: bytes });
    return await finishDownload({ ...into, bytes });
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  } finally {
    part.growth.rest();
  }
}

function belongsToOther(ledger: Ledger, { episodeId, fileName }: Omit<LedgerEntry, 'bytes'>): boolean {
  const name = comparableFileName(fileName);
  return ledger
    .all()
    .some((entry) => entry.episodeId !== episodeId && comparableFileName(entry.fileName) === name);
}

/** The name of a file relative to the folder it lies in; null when it lies elsewhere, or there is no such folder. */
async function nameInside(folder: string, file: string): Promise<string | null> {
  const [root, real] = await Promise.all([realpath(folder).catch(() => null), realpath(file)]);
  if (root === null || !isBelow(root, real)) return null;
  return path.relative(root, real).split(path.sep).join('/');
}
