import { htmlToText } from './html-to-text.ts';

/** Category names as plain text, each once, whatever its capitals. */
export function uniqueNames(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const byFolded = new Map<string, string>();
  for (const name of names.slice(0, 100)) {
    const plain = htmlToText(name, 200);
    if (plain !== '' && !byFolded.has(plain.toLowerCase())) byFolded.set(plain.toLowerCase(), plain);
  }
  return [...byFolded.values()];
}
