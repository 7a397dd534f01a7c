import { startOfStem, stemOf } from '../text/stem.ts';

/** UTF-16 offsets into a folded text. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

const wordHere = /[\p{L}\p{N}]+(?:'\p{L}+)?/uy;
const betweenWords = /[^\p{L}\p{N}]+/uy;
const letter = /[\p{L}\p{N}]/u;

/**
 * Finds the words of a query in any of their forms, one after another, in folded text. Only words that begin as the first stem
 * does are looked at: nothing is prepared, and a day of speech is gone through in some ms. `null` for a query without words.
 */
export function createFormFinder(foldedQuery: string): ((foldedText: string) => FoundSpan[]) | null {
  const stems = (foldedQuery.match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []).map(stemOf);
  const [first, ...others] = stems;
  if (first === undefined) return null;
  const beginning = startOfStem(first);
  return (text) => {
    const found: FoundSpan[] = [];
    let at = text.indexOf(beginning);
    while (at >= 0) {
      const end = startsWord(text, at) ? endOfPhrase(text, at, [first, ...others]) : null;
      if (end !== null) found.push({ start: at, end });
      at = text.indexOf(beginning, end ?? at + 1);
    }
    return found;
  };
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !letter.test(text.charAt(at - 1));
}

/** Where the last of these words ends when they stand here one after another; `null` when they do not. */
function endOfPhrase(text: string, start: number, stems: readonly string[]): number | null {
  let at = start;
  for (const [index, stem] of stems.entries()) {
    if (index > 0) at += lengthAt(betweenWords, text, at);
    const length = lengthAt(wordHere, text, at);
    if (length === 0 || stemOf(text.slice(at, at + length)) !== stem) return null;
    at += length;
  }
  return at;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
