import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stem as stemEnglish } from 'porter2';

const cyrillic = /^[а-я]+$/;
const latin = /^[a-z']+$/;
/** Shorter words have endings as long as themselves. */
const shortest = 3;

/**
 * What the forms of a word have in common, for a word as `fold` gives it: Russian for Cyrillic letters, English for Latin ones
 * (snowball's algorithms). Other words are their own stems.
 */
export function stemOf(foldedWord: string): string {
  if (foldedWord.length < shortest) return foldedWord;
  if (cyrillic.test(foldedWord)) return stemRussian(foldedWord);
  return latin.test(foldedWord) ? stemEnglish(foldedWord) : foldedWord;
}

/** With what a word must begin to have this stem. English rewrites the end of some stems: skies → sky, dying → die. */
export function startOfStem(stem: string): string {
  return latin.test(stem) ? stem.slice(0, Math.max(1, stem.length - 2)) : stem;
}
