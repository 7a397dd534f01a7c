import { readFile, stat } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromNode } from '../network/network-error.ts';

/**
 * A file of at most `maximumBytes`; a pipe would be waited for without end. Rejects with AppFailure: `too-large`,
 * `file-missing` and the codes of the disk.
 */
export async function readPlainFile(file: string, maximumBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new AppFailure(appError('file-missing'));
    if (found.size > maximumBytes) throw new AppFailure(appError('too-large'));
    return await readFile(file);
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'file-missing'));
  }
}
