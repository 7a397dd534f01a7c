import { rename } from 'node:fs/promises';
import path from 'node:path';
import { companionNames } from '../../../core/audio/companion-names.ts';
import { comparableFileName } from '../../../core/download/file-name.ts';
import { findMoved } from '../../../core/download/find-moved.ts';
import type { StrayFile } from '../../../core/download/find-moved.ts';
import type { LedgerEntry, Reconciled } from '../../../core/download/reconcile-files.ts';
import { fingerprintFile } from '../files/fingerprint-file.ts';
import { scanFolder } from '../folders/scan-folder.ts';
import type { Ledger } from './ledger.ts';

/** Downloads from before fingerprints were kept get theirs little by little, so many at each look. */
const printsAtOnce = 20;

/**
 * Finds downloads that were moved or renamed within their folder, by size and fingerprint, and enters them under their new names.
 * Files in other folders are nobody's. Answers the entries found; what cannot be looked at is not found.
 */
export async function followMoved(ledger: Ledger, compared: Reconciled): Promise<LedgerEntry[]> {
  await notePrints(ledger, compared.present);
  const missing = compared.missing.filter(({ print }) => print !== undefined);
  if (missing.length === 0) return [];
  const strays = await straysOf(ledger, new Set(missing.map(({ bytes }) => bytes)));
  const found = findMoved(missing, strays);
  for (const entry of found) {
    await ledger.add(entry);
    await moveCompanions(
      ledger,
      missing.find(({ episodeId }) => episodeId === entry.episodeId)!,
      entry,
    );
  }
  return found;
}

async function notePrints(ledger: Ledger, present: readonly LedgerEntry[]): Promise<void> {
  const without = present.filter(({ print }) => print === undefined).slice(0, printsAtOnce);
  for (const entry of without) {
    const print = await fingerprintFile(path.join(ledger.folder, entry.fileName)).catch(() => null);
    if (print !== null) await ledger.add({ ...entry, print }).catch(() => undefined);
  }
}

/** Only files of the right size are opened. */
async function straysOf(ledger: Ledger, sizes: ReadonlySet<number>): Promise<StrayFile[]> {
  const known = new Set(ledger.all().map(({ fileName }) => comparableFileName(fileName)));
  const scan = await scanFolder(ledger.folder).catch(() => null);
  const strays: StrayFile[] = [];
  for (const { name, size } of scan?.audio ?? []) {
    if (!sizes.has(size) || known.has(comparableFileName(name))) continue;
    const print = await fingerprintFile(path.join(ledger.folder, name)).catch(() => null);
    if (print !== null) strays.push({ fileName: name, bytes: size, print });
  }
  return strays;
}

/** What was learned of the file comes along where it stayed behind; else it is made again. */
async function moveCompanions({ folder }: Ledger, from: LedgerEntry, to: LedgerEntry): Promise<void> {
  const names = companionNames(path.basename(to.fileName));
  for (const [at, name] of companionNames(path.basename(from.fileName)).entries()) {
    const source = path.join(folder, path.dirname(from.fileName), name);
    const target = path.join(folder, path.dirname(to.fileName), names[at] ?? name);
    await rename(source, target).catch(() => undefined);
  }
}
