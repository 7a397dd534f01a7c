import type { Hearing, SpeechAligner } from './align-speech.ts';
import type { WarpCosts } from './warp-costs.ts';

/** Standing still costs as much as a small difference in sound. */
const wait = 0.3;
/** With so many of its words confidently heard a text is taken to be spoken as a whole. */
const wholeShare = 0.97;

/** All of the text has to be placed; sound may be left out between its sentences. */
const wholeText: WarpCosts = { wait, skipSound: 4.4, skipText: 4.5 };
const wholeTextAdapted: WarpCosts = { wait, skipSound: 3.3, skipText: 3.6 };

/**
 * Sentences may be left out as well. What counts is the sum: a pair of rows further apart than that is no match. Which sum
 * parts right from wrong differs by recording, so several are tried.
 */
const partOfText: readonly WarpCosts[] = [4.8, 5.2].map((sum) => ({
  wait,
  skipSound: sum - 0.4,
  skipText: 0.4,
}));
/** Generous first: what is placed without being there is found out by the models. */
const partOfTextAdapted: readonly WarpCosts[] = [4.5, 3.55].map((sum) => ({
  wait,
  skipSound: sum - 0.5,
  skipText: 0.5,
}));

/** What is heard under one of several costs, by confident words the best. */
interface Choice {
  readonly hearing: Hearing;
  readonly costs: WarpCosts;
}

/** A turn that finds so many times the words of the one before is followed by another. */
const worthwhile = 1.02;
const mostTurns = 4;

/**
 * Listens to a sound under several hypotheses (all of the text is in it, or some) and keeps the hearing with most confident
 * words; then again with a template made of that hearing's models instead of the synthetic voice, and near to what it surely heard,
 * as long as that finds much more. Yields the share that is done after each attempt. Null when nothing could be placed at all.
 */
export function* chooseHearing(aligner: SpeechAligner, words: number): Generator<number, Hearing | null> {
  const enough = wholeShare * words;
  const first = yield* bestOf(aligner, { earlier: null, costs: [wholeText, ...partOfText], enough }, 0);
  if (first === null) return null;
  let best = first.hearing;
  // What is not there as a whole now will not be with a better template.
  let costs = best.confidentWords >= enough ? [wholeTextAdapted, ...partOfTextAdapted] : partOfTextAdapted;
  for (let turn = 1; turn < mostTurns; turn++) {
    const found = yield* bestOf(aligner, { earlier: best, costs, enough: words }, turn);
    if (found === null) break;
    const isDone = found.hearing.confidentWords <= worthwhile * best.confidentWords;
    if (found.hearing.confidentWords >= best.confidentWords) best = found.hearing;
    if (isDone) break;
    costs = [found.costs];
  }
  return best;
}

interface Turn {
  readonly earlier: Hearing | null;
  readonly costs: readonly WarpCosts[];
  /** With so many words confidently heard nothing else is tried. */
  readonly enough: number;
}

/** The hearing with most confident words, of equals the one that came first. */
function* bestOf(
  aligner: SpeechAligner,
  { earlier, costs, enough }: Turn,
  turn: number,
): Generator<number, Choice | null> {
  let best: Choice | null = null;
  let tried = 0;
  for (const hearing of aligner.listen(earlier, costs)) {
    if (hearing && hearing.confidentWords > (best?.hearing.confidentWords ?? -1))
      best = { hearing, costs: costs[tried]! };
    tried += 1;
    yield (turn + tried / costs.length) / mostTurns;
    if (best && best.hearing.confidentWords >= enough) break;
  }
  return best;
}
