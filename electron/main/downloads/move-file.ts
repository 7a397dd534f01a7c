import { createReadStream } from 'node:fs';
import { open, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { flushFolder } from '../files/replace-file.ts';
import { fileSize } from './file-size.ts';
import { diskReserve } from './transfer.ts';

export interface MoveNeeds {
  readonly signal: AbortSignal;
  /** Bytes of this file that are at the new place. */
  readonly onBytes: (bytes: number) => void;
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly rename?: typeof rename;
}

export interface FileMove {
  readonly source: string;
  readonly target: string;
  /** Where a copy grows until it is whole, on the file system of `target`. */
  readonly copy: string;
}

/**
 * Moves a file so that it appears under its new name whole or not at all, also through a power cut. On another file system
 * the old one stays: who moves it removes it. Rejects with AppFailure, Node's error or AbortError, and leaves no copy behind.
 */
export async function moveFile(move: FileMove, needs: MoveNeeds): Promise<void> {
  needs.signal.throwIfAborted();
  try {
    await (needs.rename ?? rename)(move.source, move.target);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    await copyWhole(move, needs);
  }
  await flushFolder(path.dirname(move.target));
}

/**
 * The same, and leaves the old one where it is: `target` appears whole or not at all. Rejects with AppFailure (`disk-full` before
 * anything is written), Node's error or AbortError, and leaves no copy behind.
 */
export async function copyWhole(move: FileMove, needs: Omit<MoveNeeds, 'rename'>): Promise<void> {
  await copyAcross(move, needs).catch(async (failed: unknown) => {
    await rm(move.copy, { force: true });
    throw failed;
  });
}

/** The time of change stays: indexes go by it. */
async function copyAcross(
  { source, target, copy }: FileMove,
  needs: Omit<MoveNeeds, 'rename'>,
): Promise<void> {
  const { size, atime, mtime } = await stat(source);
  if ((await needs.freeBytes(path.dirname(copy))) < size + diskReserve)
    throw new AppFailure(appError('disk-full', `no room for ${path.basename(target)}`));
  let copied = 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      needs.onBytes((copied += chunk.byteLength));
      done(null, chunk);
    },
  });
  // Opened before: a stream that is ended while it opens its file would make it after the copy was removed.
  const written = await open(copy, 'w');
  await pipeline(createReadStream(source), count, written.createWriteStream(), { signal: needs.signal });
  if ((await fileSize(copy)) !== size) throw new AppFailure(appError('disk-failed', 'the copy is short'));
  await utimes(copy, atime, mtime);
  const handle = await open(copy, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(copy, target);
}
