import { splitWords } from '../transcript/split-words.ts';
import { comparableWord } from './comparable-words.ts';

/** Every word of a text as it is compared, with its offsets in the text. */
export interface WordIndex {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where each word stands, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function indexWords(text: string): WordIndex {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const places = new Map<string, number[]>();
  for (const { start, end } of splitWords(text)) {
    const word = comparableWord(text.slice(start, end));
    const known = places.get(word);
    if (known === undefined) places.set(word, [words.length]);
    else known.push(words.length);
    words.push(word);
    starts.push(start);
    ends.push(end);
  }
  return { words, starts, ends, places };
}

/** Where the words stand one after the other, as indexes of the first. */
export function findRuns({ words, places }: WordIndex, sought: readonly string[]): number[] {
  const rarest = rarestOf(places, sought);
  if (rarest === null) return [];
  return (places.get(sought[rarest] ?? '') ?? []).flatMap((place) => {
    const first = place - rarest;
    const isRun = first >= 0 && sought.every((word, at) => words[first + at] === word);
    return isRun ? [first] : [];
  });
}

/** Index of the sought word that stands in the fewest places. */
function rarestOf(places: WordIndex['places'], sought: readonly string[]): number | null {
  let rarest: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [at, word] of sought.entries()) {
    const count = places.get(word)?.length ?? 0;
    if (count < fewest) [rarest, fewest] = [at, count];
  }
  return rarest;
}
