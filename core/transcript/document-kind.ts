/** Signatures of documents that hold more than a text; of PDF within the first kilobyte (ISO 32000-1 annex H.3). */
const signatures: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a PDF', /%PDF-/],
  ['an RTF document', /^\s*\{\\rtf/],
  ['an office document', /^PK\x03\x04|^\xd0\xcf\x11\xe0/],
];
const lookedAt = 1024;

/** What a file is where it is a document of another program, in words for the log; `null` for anything else. */
export function documentKind(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, lookedAt));
  return signatures.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}
