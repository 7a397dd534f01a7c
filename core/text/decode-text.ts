export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** The encoding was neither declared nor marked, and it is not UTF-8: it was judged from the bytes. */
  readonly guessed: boolean;
}

/**
 * Text of a file that may say nothing, or the wrong thing, about its encoding. In this order: byte order mark, UTF-8 when
 * the bytes are valid UTF-8, the charset of `contentType`, UTF-16 by its zero bytes, and last the Cyrillic and Western
 * single-byte encodings by how letters lie side by side. Never fails; the byte order mark is removed.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decode(bytes, marked) ?? '', encoding: marked, guessed: false };
  const zeros = utf16WithoutMark(bytes);
  if (zeros) return { text: decode(bytes, zeros) ?? '', encoding: zeros, guessed: true };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]?.toLowerCase();
  const asDeclared = declared && !/^utf-?8$/.test(declared) ? decode(bytes, declared) : undefined;
  if (declared && asDeclared !== undefined) return { text: asDeclared, encoding: declared, guessed: false };
  const encoding = isMostlyUtf8(bytes) ? 'utf-8' : singleByteEncoding(bytes);
  return { text: decode(bytes, encoding) ?? '', encoding, guessed: true };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Text is mostly ASCII signs and spaces in any alphabet, so in UTF-16 a good share of the other bytes is zero. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 1000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const many = Math.max(4, sample.length / 20);
  if (odd >= many && even === 0) return 'utf-16le';
  return even >= many && odd === 0 ? 'utf-16be' : undefined;
}

/** A few damaged characters, or an end cut off, do not make another encoding of it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8') ?? '';
  let damaged = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) damaged += 1;
    else if (unit > 0x7f) whole += 1;
  }
  return whole > damaged * 4;
}

/**
 * In Western text letters above ASCII stand alone among ASCII ones; in Cyrillic text they stand together. KOI8-R keeps
 * its small letters where windows-1251 keeps the capitals, and text is mostly small letters.
 */
function singleByteEncoding(bytes: Uint8Array): string {
  let letters = 0;
  let beside = 0;
  let upperHalf = 0;
  bytes.forEach((byte, at) => {
    if (byte < 0xc0) return;
    letters += 1;
    if (byte >= 0xe0) upperHalf += 1;
    if ((bytes[at + 1] ?? 0) >= 0xc0 || (bytes[at - 1] ?? 0) >= 0xc0) beside += 1;
  });
  if (beside * 2 <= letters) return 'windows-1252';
  return upperHalf * 2 >= letters ? 'windows-1251' : 'koi8-r';
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}
