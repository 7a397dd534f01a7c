import type { LedgerEntry } from './reconcile-files.ts';

/** A file of a download folder that no entry of its ledger names. */
export interface StrayFile {
  readonly fileName: string;
  readonly bytes: number;
  /** Of its size and both its ends. */
  readonly print: string;
}

/**
 * Which stray files are downloads that were moved or renamed: those with the fingerprint of a missing entry, where one file and one
 * entry alone have it. Of two copies nobody can say which the listener means.
 */
export function findMoved(missing: readonly LedgerEntry[], strays: readonly StrayFile[]): LedgerEntry[] {
  const byPrint = groupBy(strays, ({ print }) => print);
  const wanted = groupBy(missing, ({ print }) => print);
  return missing.flatMap((entry) => {
    const files = entry.print === undefined ? [] : (byPrint.get(entry.print) ?? []);
    const [file] = files.filter(({ bytes }) => bytes === entry.bytes);
    const isClear = files.length === 1 && wanted.get(entry.print)?.length === 1;
    return file !== undefined && isClear ? [{ ...entry, fileName: file.fileName }] : [];
  });
}

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
