/** Letters and digits alone, for comparing texts that were set differently. */
export function comparableText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
