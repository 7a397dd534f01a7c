import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { comparableFileName } from '../../../core/download/file-name.ts';
import type { Ledger } from './ledger.ts';

/**
 * Tells of names in one show's folder of a ledger whether a file or another episode has them. The name of the episode's own
 * earlier file is free again when that file is gone.
 */
export async function takenNames(
  ledger: Ledger,
  of: { readonly episodeId: string; readonly show: string },
): Promise<(comparableName: string) => boolean> {
  const names = await readdir(path.join(ledger.folder, of.show)).catch(() => []);
  const others = ledger.all().filter(({ episodeId }) => episodeId !== of.episodeId);
  const taken = new Set(
    [...names.map((name) => path.posix.join(of.show, name)), ...others.map(({ fileName }) => fileName)].map(
      comparableFileName,
    ),
  );
  return (name) => taken.has(name);
}
