/** A passage written with ` | ` wherever a sentence ends, and nowhere else. */
export function readMarkedPassage(passage: string): { text: string; sentences: string[] } {
  const sentences = passage.split('|').map((sentence) => sentence.trim());
  return { text: passage.replaceAll(' | ', ' ').replaceAll('|', ''), sentences };
}

/** How many sentences passages hold. */
export function countSentences(passages: readonly string[]): number {
  return passages.reduce((sum, passage) => sum + passage.split('|').length, 0);
}
