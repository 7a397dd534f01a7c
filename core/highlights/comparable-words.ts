import { fold } from '../text/fold.ts';
import { splitWords } from '../transcript/split-words.ts';

const hyphens = /[\u2010\u2011]/g;

/** The words of a text as they are compared: without case, accents, ё, punctuation and the breaks between them. */
export function comparableWords(text: string): string[] {
  return splitWords(text).map(({ start, end }) => comparableWord(text.slice(start, end)));
}

export function comparableWord(word: string): string {
  return fold(word).replace(hyphens, '-');
}
