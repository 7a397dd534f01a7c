/** One category element may hold several, with commas between them; a hierarchy of the RSS kind (`a/b`) stays one. */
export function decodeCategories(text: string): string[] {
  return text
    .split(',')
    .map((category) => category.trim())
    .filter((category) => category !== '');
}
