import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { appError } from '../../../core/app-error.ts';
import { companionNames } from '../../../core/audio/companion-names.ts';
import { comparableFileName, freeFileName } from '../../../core/download/file-name.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { flushFolder } from '../files/replace-file.ts';
import { removeFinished } from './finished-files.ts';
import type { Ledger } from './ledger.ts';
import { workFolder } from './part-file.ts';
import { diskReserve } from './transfer.ts';

export interface MoveNeeds {
  readonly signal: AbortSignal;
  /** Bytes of this file that are at the new place. */
  readonly onBytes: (bytes: number) => void;
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly rename?: typeof rename;
}

/**
 * Moves one finished file from the folder of one ledger to that of another, keeping its name where it is free. Whenever
 * the process ends, the file is whole at one of the two places and the ledger there names it: the new ledger names the
 * file first, then the file appears under that name at once, then the old one goes. A file that is not there is passed
 * over. Rejects with AppFailure, Node's error or AbortError.
 */
export async function moveFinished(
  entry: LedgerEntry,
  { from, to }: { from: Ledger; to: Ledger },
  needs: MoveNeeds,
): Promise<void> {
  needs.signal.throwIfAborted();
  const source = path.join(from.folder, entry.fileName);
  if ((await sizeOf(source)) !== entry.bytes) return;
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
  await mkdir(path.dirname(target), { recursive: true });
  const names = companionNames(path.basename(target));
  for (const [at, name] of companionNames(path.basename(source)).entries()) {
    const beside = path.join(path.dirname(target), names[at] ?? name);
    await rename(path.join(path.dirname(source), name), beside).catch(() => undefined);
  }
  await to.add(moved);
  try {
    await (needs.rename ?? rename)(source, target);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    await copyAcross({ source, target, moved, to }, needs);
  }
  await flushFolder(path.dirname(target));
}

/** To another file system: whole and flushed under a name of its own first. The time of change stays: indexes go by it. */
async function copyAcross(
  { source, target, moved, to }: Placing & { target: string },
  needs: MoveNeeds,
): Promise<void> {
  if ((await needs.freeBytes(to.folder)) < moved.bytes + diskReserve)
    throw new AppFailure(appError('disk-full', `no room for ${moved.fileName}`));
  const copy = path.join(workFolder(to.folder), `${moved.episodeId}.copy`);
  try {
    let copied = 0;
    const count = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        needs.onBytes((copied += chunk.byteLength));
        done(null, chunk);
      },
    });
    await pipeline(createReadStream(source), count, createWriteStream(copy), { signal: needs.signal });
    if ((await sizeOf(copy)) !== moved.bytes)
      throw new AppFailure(appError('disk-failed', 'the copy is short'));
    const { atime, mtime } = await stat(source);
    await utimes(copy, atime, mtime);
    const handle = await open(copy, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(copy, target);
  } catch (cause) {
    await rm(copy, { force: true });
    throw cause;
  }
}

/** A move that was killed may have brought it already. */
async function isThere(to: Ledger, episodeId: string): Promise<boolean> {
  const there = to.get(episodeId);
  if (there === undefined) return false;
  return (await sizeOf(path.join(to.folder, there.fileName))) === there.bytes;
}

/** Its own name, or the next that no file and no other entry has. */
async function freeName(entry: LedgerEntry, to: Ledger): Promise<string> {
  const show = path.posix.dirname(entry.fileName);
  const names = await readdir(path.join(to.folder, show)).catch(() => []);
  const others = to.all().filter(({ episodeId }) => episodeId !== entry.episodeId);
  const taken = new Set(
    [...names.map((name) => path.posix.join(show, name)), ...others.map(({ fileName }) => fileName)].map(
      comparableFileName,
    ),
  );
  return freeFileName(entry.fileName, (name) => taken.has(name));
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
