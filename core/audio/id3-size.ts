/** Bytes in an ID3v2 header (and in the optional footer). */
export const id3HeaderBytes = 10;

/** The four-byte "syncsafe" number at `offset`: seven bits a byte (ID3v2.4 structure §6.2). */
export function readSyncsafe(bytes: Uint8Array, offset: number): number {
  let value = 0;
  for (let at = offset; at < offset + 4; at++) value = value * 128 + ((bytes[at] ?? 0) & 0x7f);
  return value;
}

/**
 * Whole length in bytes of the ID3v2 tag that starts at `offset`, header and footer included; 0 when none starts there.
 * Ten bytes from `offset` on are enough.
 */
export function readId3Size(bytes: Uint8Array, offset: number): number {
  if (offset + id3HeaderBytes > bytes.length) return 0;
  const isId3 = bytes[offset] === 0x49 && bytes[offset + 1] === 0x44 && bytes[offset + 2] === 0x33;
  if (!isId3 || bytes[offset + 3] === 0xff || bytes[offset + 4] === 0xff) return 0;
  for (let at = offset + 6; at < offset + id3HeaderBytes; at++) if ((bytes[at] ?? 0) > 0x7f) return 0;
  const hasFooter = ((bytes[offset + 5] ?? 0) & 0x10) !== 0;
  return readSyncsafe(bytes, offset + 6) + id3HeaderBytes * (hasFooter ? 2 : 1);
}
