import type { WordIndex } from './word-index.ts';

/** Fewer words than these say too little when one of them is another. */
const fewestWords = 4;
/** Share of the quote's words that may be changed, added or left out. */
const mostEdits = 0.3;
/** Words that stand in more places say little about which: they are asked only where a quote has no other. */
const commonFrom = 300;
const fewestVoters = 3;
/** So many of the most promising places are looked at closely. */
const closeLooks = 4;

/** A run of words of the text, both ends included. */
export interface WordRun {
  readonly first: number;
  readonly last: number;
}

/** Where the text says nearly what is sought; best first, maybe nothing. */
export function findSimilar(index: WordIndex, sought: readonly string[]): WordRun[] {
  if (sought.length < fewestWords) return [];
  const slack = Math.ceil(sought.length * mostEdits);
  const found = likelyPlaces(index, sought, slack).flatMap((place) => {
    const from = Math.max(0, place - slack);
    const part = index.words.slice(from, place + sought.length + 2 * slack);
    const best = nearestRun(part, sought);
    if (best.edits > sought.length * mostEdits) return [];
    return [{ first: from + best.first, last: from + best.last, edits: best.edits }];
  });
  const fewest = Math.min(...found.map(({ edits }) => edits));
  return found.filter(({ edits }) => edits <= fewest + 1).sort((a, b) => a.edits - b.edits);
}

/** Places where many of the sought words stand about where they should, most promising first. */
function likelyPlaces({ places }: WordIndex, sought: readonly string[], slack: number): number[] {
  const width = slack + 1;
  const votes = new Map<number, number>();
  for (const { at, stands } of voters(places, sought)) {
    // A run that is shifted by a few words falls into this stretch or the next.
    const stretches = new Set(stands.flatMap((place) => stretchesOf(place - at, width)));
    for (const stretch of stretches) votes.set(stretch, (votes.get(stretch) ?? 0) + 1);
  }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, closeLooks)
    .map(([stretch]) => Math.max(0, stretch * width));
}

interface Voter {
  /** Where in the quote the word stands, and where in the text. */
  readonly at: number;
  readonly stands: readonly number[];
}

function voters(places: WordIndex['places'], sought: readonly string[]): Voter[] {
  const present = sought
    .map((word, at) => ({ at, stands: places.get(word) ?? [] }))
    .filter(({ stands }) => stands.length > 0)
    .sort((a, b) => a.stands.length - b.stands.length);
  const telling = present.filter(({ stands }) => stands.length <= commonFrom);
  return telling.length > 0 ? telling : present.slice(0, fewestVoters);
}

function stretchesOf(place: number, width: number): number[] {
  const stretch = Math.floor(place / width);
  return [stretch, stretch - 1];
}

/** The run of `part` that becomes `sought` with the fewest words changed, added or left out (Sellers 1980). */
function nearestRun(part: readonly string[], sought: readonly string[]): WordRun & { edits: number } {
  // One column per word of the part: cost of matching sought[0..at) to a run that ends here, and where that run begins.
  let costs = sought.map((_, at) => at + 1);
  let begins = sought.map(() => 0);
  let best = { first: 0, last: 0, edits: Number.POSITIVE_INFINITY };
  for (const [place, word] of part.entries()) {
    let [diagonalCost, diagonalBegin] = [0, place];
    let [aboveCost, aboveBegin] = [0, place + 1];
    const nextCosts: number[] = [];
    const nextBegins: number[] = [];
    for (const [at, wanted] of sought.entries()) {
      const [leftCost, leftBegin] = [costs[at] ?? 0, begins[at] ?? 0];
      const changed = diagonalCost + (word === wanted ? 0 : 1);
      const cost = Math.min(changed, leftCost + 1, aboveCost + 1);
      const begin = cost === changed ? diagonalBegin : cost === leftCost + 1 ? leftBegin : aboveBegin;
      nextCosts.push(cost);
      nextBegins.push(begin);
      [diagonalCost, diagonalBegin] = [leftCost, leftBegin];
      [aboveCost, aboveBegin] = [cost, begin];
    }
    [costs, begins] = [nextCosts, nextBegins];
    const edits = costs.at(-1) ?? Number.POSITIVE_INFINITY;
    if (edits < best.edits) best = { first: begins.at(-1) ?? 0, last: place, edits };
  }
  return best;
}
