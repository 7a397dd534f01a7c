import { comparableWords } from './comparable-words.ts';
import type { HighlightAnchor } from './highlight.ts';
import { pointAt } from './joined-text.ts';
import type { SearchedText } from './searched-text.ts';
import { startMsAt } from './time-of-point.ts';

/** A stretch of the joined text the quote may stand in. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
}

/** So few words stand in many places: they need a witness, in the words around them or in time. */
const fewWords = 3;
const witnessWords = 2;
const witnessMs = 5_000;
/** Enough to hold every word of a kept prefix or suffix, UTF-16 units. */
const contextReach = 160;
/** More places than these are not compared: what stands so often cannot be told apart. */
const mostCandidates = 2_000;

interface Judged extends Candidate {
  /** Words around it that are the same, up to the first that is not. */
  readonly context: number;
  /** From the highlight's time, ms; `Infinity` where there are no times. */
  readonly awayMs: number;
  /** Everything around it is as it was. */
  readonly isCertain: boolean;
}

/**
 * The candidate with most of the quote's surroundings around it; of equals the nearest in time, then in the text. Null when
 * there is none, or when a few words stand there without anything that speaks for the place.
 */
export function chooseCandidate(
  searched: SearchedText,
  anchor: HighlightAnchor,
  candidates: readonly Candidate[],
): Judged | null {
  if (candidates.length === 0) return null;
  const around = { before: comparableWords(anchor.prefix).reverse(), behind: comparableWords(anchor.suffix) };
  const shareOf = ({ start }: Candidate): number =>
    Math.abs(start / searched.joined.text.length - anchor.share);
  const [best] = candidates
    .slice(0, mostCandidates)
    .map((candidate) => judge(searched, { anchor, around, candidate }))
    .sort((a, b) => b.context - a.context || a.awayMs - b.awayMs || shareOf(a) - shareOf(b));
  if (best === undefined || best.isCertain) return best ?? null;
  const isLong = comparableWords(anchor.quote).length > fewWords;
  return isLong || best.context >= witnessWords || best.awayMs <= witnessMs ? best : null;
}

interface Judging {
  readonly anchor: HighlightAnchor;
  readonly around: { readonly before: readonly string[]; readonly behind: readonly string[] };
  readonly candidate: Candidate;
}

function judge({ transcript, joined }: SearchedText, { anchor, around, candidate }: Judging): Judged {
  const { text } = joined;
  const { start, end } = candidate;
  const before = comparableWords(text.slice(Math.max(0, start - contextReach), start)).reverse();
  const behind = comparableWords(text.slice(end, end + contextReach));
  const context = equalWords(around.before, before) + equalWords(around.behind, behind);
  const startMs = anchor.startMs === undefined ? undefined : startMsAt(transcript, pointAt(joined, start));
  return {
    start,
    end,
    context,
    awayMs:
      anchor.startMs === undefined || startMs === undefined
        ? Number.POSITIVE_INFINITY
        : Math.abs(startMs - anchor.startMs),
    isCertain: context > 0 && context === around.before.length + around.behind.length,
  };
}

/** How many words of both lists are the same, from their beginning. */
function equalWords(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((word, at) => word !== b[at]);
  return differs < 0 ? a.length : differs;
}
