/** Cyrillic words in windows-1251 look like this in windows-1252; Western texts have no such run of accented letters. */
const cyrillicRun = /[\u00c0-\u00ff\u00a8\u00b8]{4}/;

/**
 * Text whose encoding its format calls Latin-1 (or does not name) and whose writers put in whatever their system used:
 * UTF-8 where the bytes are valid UTF-8, windows-1251 where they read as Cyrillic words, else windows-1252.
 */
export function decodeUnnamed(bytes: Uint8Array): string {
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (bytes.every((byte) => byte < 0x80)) return western;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return cyrillicRun.test(western) ? new TextDecoder('windows-1251').decode(bytes) : western;
  }
}
