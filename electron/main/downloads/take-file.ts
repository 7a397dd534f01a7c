import { copyFile, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromNode } from '../network/network-error.ts';
import { finishDownload, kindOf } from './finish-download.ts';
import type { Ledger } from './ledger.ts';
import type { PartFile } from './part-file.ts';

/**
 * Takes a file that the user chose for the audio of an episode: one in the download folder stays where it is, any other is
 * copied there under a readable name. Rejects with AppFailure: `audio-not-audio`, `audio-empty`, or `file-different` where
 * the size of what was downloaded is known (`bytes`) and is another.
 */
export async function takeFile(given: {
  readonly file: string;
  readonly part: PartFile;
  readonly ledger: Ledger;
  readonly bytes: number | undefined;
}): Promise<LedgerEntry> {
  const { file, part, ledger, bytes } = given;
  try {
    const { size } = await stat(file);
    const kind = await kindOf(file);
    if (kind === 'empty') throw new AppFailure(appError('audio-empty'));
    if (kind === 'html' || kind === 'text')
      throw new AppFailure(appError('audio-not-audio', `the file is ${kind}`));
    if (bytes !== undefined && bytes > 0 && size !== bytes)
      throw new AppFailure(appError('file-different', `${size} bytes, ${bytes} were downloaded`));
    const inner = await nameInside(ledger.folder, file);
    if (inner !== null) {
      const entry = { episodeId: part.journal.request.episodeId, fileName: inner, bytes: size };
      await ledger.add(entry);
      await part.discard();
      return entry;
    }
    await part.save({ offset: 0, expectedTotal: size });
    await copyFile(file, part.file);
    const handle = await open(part.file, 'r+');
    await handle.sync().finally(() => handle.close());
    return await finishDownload({ part, bytes: size, ledger });
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}

/** The name of a file relative to the folder it lies in; null when it lies elsewhere. */
async function nameInside(folder: string, file: string): Promise<string | null> {
  const [root, real] = await Promise.all([realpath(folder), realpath(file)]);
  if (!real.startsWith(root + path.sep)) return null;
  return path.relative(root, real).split(path.sep).join('/');
}
