import { stemOf } from '../text/stem.ts';
import { chooseCandidate } from './choose-candidate.ts';
import type { Candidate } from './choose-candidate.ts';
import { comparableWords } from './comparable-words.ts';
import { findByTime } from './find-by-time.ts';
import { findSimilar } from './find-similar.ts';
import type { HighlightAnchor, HighlightPlace } from './highlight.ts';
import { joinedOffset, pointAt } from './joined-text.ts';
import type { SearchedText } from './searched-text.ts';
import { findRuns } from './word-index.ts';

/** What is looked for. */
export type SoughtHighlight = HighlightAnchor & {
  readonly origin: { readonly text: { readonly language: string } };
};

/**
 * Finds a highlight in a text that may have been fetched again, read otherwise, aligned, or be another of the episode's texts:
 * its very words, then the same words whatever their case, ё, punctuation and breaks, then nearly the same words; then what is said
 * at its time, in another language or where some of its words are left. Null where none of these is there: no mark is better than a
 * wrong one.
 */
export function anchorHighlight(searched: SearchedText, highlight: SoughtHighlight): HighlightPlace | null {
  const exact = chooseCandidate(searched, highlight, exactPlaces(searched.joined.text, highlight.quote));
  if (exact?.isCertain === true) return placed(searched, exact, 'words');
  const same = chooseCandidate(searched, highlight, sameWords(searched, highlight.quote)) ?? exact;
  if (same !== null) return placed(searched, same, 'words');
  const similar = chooseCandidate(searched, highlight, similarWords(searched, highlight.quote));
  if (similar !== null) return placed(searched, similar, 'similar');
  const then = findByTime(searched.transcript, highlight);
  const { language } = searched.transcript;
  if (then === null || isOtherLanguage(language, highlight.origin.text.language)) return then;
  return hasWordsOf(searched, then, highlight.quote) ? then : null;
}

/** Share of the quote's telling words that must be left of it in a text of its own language. */
const enoughLeft = 0.4;
/** Shorter words stand everywhere. */
const tellingLetters = 4;

function hasWordsOf({ joined }: SearchedText, { from, to }: HighlightPlace, quote: string): boolean {
  const thatTime = joined.text.slice(joinedOffset(joined, from), joinedOffset(joined, to));
  const said = new Set(comparableWords(thatTime).map(stemOf));
  const telling = comparableWords(quote)
    .filter((word) => word.length >= tellingLetters)
    .map(stemOf);
  return telling.length > 0 && telling.filter((stem) => said.has(stem)).length >= telling.length * enoughLeft;
}

function placed(
  { joined }: SearchedText,
  { start, end }: Candidate,
  by: 'words' | 'similar',
): HighlightPlace {
  return { from: pointAt(joined, start), to: pointAt(joined, end), by };
}

function exactPlaces(text: string, quote: string): Candidate[] {
  const places: Candidate[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) {
    places.push({ start: at, end: at + quote.length });
  }
  return places;
}

function sameWords(searched: SearchedText, quote: string): Candidate[] {
  const sought = comparableWords(quote);
  if (sought.length === 0) return [];
  return findRuns(searched.words(), sought).map((first) =>
    withPunctuation(searched, quote, { first, last: first + sought.length - 1 }),
  );
}

function similarWords(searched: SearchedText, quote: string): Candidate[] {
  return findSimilar(searched.words(), comparableWords(quote)).map((run) =>
    withPunctuation(searched, quote, run),
  );
}

const opening = /^[^\p{L}\p{N}\s]+/u;
const closing = /[^\p{L}\p{N}\s]+$/u;

/** From the first word to the last, with the signs around them where the quote had some. */
function withPunctuation(
  searched: SearchedText,
  quote: string,
  { first, last }: { readonly first: number; readonly last: number },
): Candidate {
  const { starts, ends } = searched.words();
  const { text } = searched.joined;
  const [start, end] = [starts[first] ?? 0, ends[last] ?? 0];
  const before = text.slice(Math.max(0, start - lengthOf(opening, quote)), start);
  const behind = text.slice(end, end + lengthOf(closing, quote));
  return { start: start - lengthOf(closing, before), end: end + lengthOf(opening, behind) };
}

function lengthOf(signs: RegExp, text: string): number {
  return signs.exec(text)?.[0].length ?? 0;
}

/** Of a language that is not known nothing is said. */
function isOtherLanguage(a: string, b: string): boolean {
  const [mine, other] = [a, b].map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
  return mine !== '' && other !== '' && mine !== other;
}
