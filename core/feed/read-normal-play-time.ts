/**
 * Start of a chapter in ms: Normal Play Time (RFC 2326 section 3.6: `HH:MM:SS.mmm`, `MM:SS`, seconds), zero included.
 * `undefined` for anything else.
 */
export function readNormalPlayTime(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,4}):)?(\d{1,5}):)?(\d{1,9}(?:[.,]\d{1,9})?)$/.exec(text.trim());
  if (!match) return undefined;
  const seconds = Number(match[3]!.replace(',', '.'));
  return Math.round((Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + seconds) * 1000);
}
