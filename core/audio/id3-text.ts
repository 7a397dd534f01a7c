import { decodeUnnamed } from './decode-unnamed.ts';

const encodings = ['windows-1252', 'utf-16le', 'utf-16be', 'utf-8'] as const;

/**
 * Text of an ID3v2 text or link field whose first byte names the encoding (ID3v2.4 structure §4): the part up to the
 * first terminator, trimmed. What is called Latin-1 is read as `decodeUnnamed` does.
 */
export function readId3Text(field: Uint8Array): string {
  return decode(field.subarray(1), field[0] ?? 0).trim();
}

/** The part after the first terminator of such a field, which is always Latin-1: the address of a WXXX frame (§4.3.2). */
export function readId3Link(field: Uint8Array): string {
  const content = field.subarray(1);
  const end = terminator(content, field[0] ?? 0);
  return decode(content.subarray(end.next), 0).trim();
}

/** Both parts of such a field: what the second is about, and it (TXXX §4.2.6, COMM §4.10 without its language). */
export function readId3Described(field: Uint8Array): { about: string; text: string } {
  const encoding = field[0] ?? 0;
  const content = field.subarray(1);
  const end = terminator(content, encoding);
  const about = decode(content, encoding).trim();
  return { about, text: decode(content.subarray(end.next), encoding).trim() };
}

function terminator(bytes: Uint8Array, encoding: number): { at: number; next: number } {
  const wide = encoding === 1 || encoding === 2;
  const step = wide ? 2 : 1;
  for (let at = 0; at + step <= bytes.length; at += step) {
    if (bytes[at] === 0 && (!wide || bytes[at + 1] === 0)) return { at, next: at + step };
  }
  return { at: bytes.length, next: bytes.length };
}

function decode(bytes: Uint8Array, encoding: number): string {
  const content = bytes.subarray(0, terminator(bytes, encoding).at);
  if (encoding === 0) return decodeUnnamed(content);
  if (encoding !== 1) return new TextDecoder(encodings[encoding] ?? 'windows-1252').decode(content);
  const isBigEndian = content[0] === 0xfe && content[1] === 0xff;
  return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le').decode(content);
}
