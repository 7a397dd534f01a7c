export interface DetectedEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  /** Length of the byte order mark. */
  readonly markBytes: number;
}

/** First bytes and what they mean (XML 1.0 appendix F); `<` in each width when there is no mark. Longer before shorter. */
const signatures: readonly (readonly [
  bytes: readonly number[],
  label: DetectedEncoding['label'],
  markBytes: number,
])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be', 4],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le', 4],
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be', 0],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le', 0],
  [[0xef, 0xbb, 0xbf], 'utf-8', 3],
  [[0xfe, 0xff], 'utf-16be', 2],
  [[0xff, 0xfe], 'utf-16le', 2],
  [[0x00, 0x3c, 0x00], 'utf-16be', 0],
  [[0x3c, 0x00], 'utf-16le', 0],
];

/** The encoding the first bytes prove, by a byte order mark or by the zeros around `<`; `undefined` when they do not. */
export function detectedEncoding(start: Uint8Array): DetectedEncoding | undefined {
  for (const [bytes, label, markBytes] of signatures) {
    if (bytes.every((byte, index) => start[index] === byte)) return { label, markBytes };
  }
  return undefined;
}

/** The label in the XML declaration of a document whose ASCII characters are single bytes. */
export function declaredEncoding(start: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(start.subarray(0, 1024));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(text)?.[1];
}
