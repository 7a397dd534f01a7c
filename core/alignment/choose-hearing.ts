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
const partOfText: readonly WarpCosts[] = [4.75, 4.95, 5.15].map((sum) => ({
  wait,
  skipSound: sum - 0.4,
  skipText: 0.4,
}));
const partOfTextAdapted: readonly WarpCosts[] = [3.4, 3.55, 3.7].map((sum) => ({
  wait,
  skipSound: sum - 0.5,
  skipText: 0.5,
}));

/**
 * Listens to a sound under several hypotheses (all of the text is in it, or some) and keeps the hearing with most confident
 * words; then again with a template made of that hearing's models instead of the synthetic voice. Yields the share that is done
 * after each attempt. Null when nothing could be placed at all.
 */
export function* chooseHearing(aligner: SpeechAligner, words: number): Generator<number, Hearing | null> {
  const most = 2 + partOfText.length + partOfTextAdapted.length;
  let tried = 0;
  let best: Hearing | null = null;
  for (const costs of [
    [wholeText, ...partOfText],
    [wholeTextAdapted, ...partOfTextAdapted],
  ]) {
    let found: Hearing | null = null;
    for (const hearing of aligner.listen(best, costs)) {
      found = better(found, hearing);
      yield (tried += 1) / most;
      // The first takes the text as a whole: mostly that is right, and nothing else is tried.
      if (found !== null && found.confidentWords >= wholeShare * words) break;
    }
    if (found === null) return best;
    best = better(found, best);
  }
  return best;
}

/** Of equals the one that came first. */
function better(one: Hearing | null, other: Hearing | null): Hearing | null {
  if (one === null || other === null) return one ?? other;
  return other.confidentWords > one.confidentWords ? other : one;
}
