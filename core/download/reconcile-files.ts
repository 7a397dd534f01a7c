export interface LedgerEntry {
  readonly episodeId: string;
  /** Relative to the download folder, with forward slashes. */
  readonly fileName: string;
  readonly bytes: number;
  /** Nothing proved that the end of the file is there. */
  readonly unverified?: true | undefined;
  /** Fingerprint of the file, by which it is found under another name. */
  readonly print?: string | undefined;
}

export interface FileOnDisk {
  readonly fileName: string;
  readonly bytes: number;
}

export interface Reconciled {
  readonly present: readonly LedgerEntry[];
  /** In the ledger, and the file is gone. Nothing is forgotten: it may lie on a drive that comes back. */
  readonly missing: readonly LedgerEntry[];
  /** The file is there in another size than was downloaded. */
  readonly changed: readonly LedgerEntry[];
}

/** Compares what the ledger of a download folder says with the files that are there. Names are compared in NFC. */
export function reconcileFiles(ledger: readonly LedgerEntry[], files: readonly FileOnDisk[]): Reconciled {
  const sizes = new Map(files.map((file) => [file.fileName.normalize('NFC'), file.bytes]));
  const present: LedgerEntry[] = [];
  const missing: LedgerEntry[] = [];
  const changed: LedgerEntry[] = [];
  for (const entry of ledger) {
    const bytes = sizes.get(entry.fileName.normalize('NFC'));
    if (bytes === undefined) missing.push(entry);
    else if (bytes === entry.bytes) present.push(entry);
    else changed.push(entry);
  }
  return { present, missing, changed };
}
