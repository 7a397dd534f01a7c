import type { PhoneChain } from './phone-chain.ts';
import { mostPredecessors } from './phone-chain.ts';
import { StepHistory } from './step-history.ts';

/** Phones last some hundredths of a second: how likely a state is to go on for another frame. */
const [logStay, logLeave] = [Math.log(0.65), Math.log(0.35)];
/** Filler explains everything a little: it has to be worth entering. */
const fillerEntry = -20;
/** A little more of the chain than the band asks for, so that no optional state is cut off from its neighbours. */
const margin = 6;

export interface PathTask {
  readonly chain: PhoneChain;
  readonly frames: number;
  readonly filler: number;
  /** Log-likelihood of a frame if a sound is heard in it. */
  readonly score: (frame: number, sound: number) => number;
  /** How far (frames) a state may lie from where it is expected. */
  readonly band: number;
}

/**
 * The likeliest way through the chain (Viterbi, 1967): the state of each frame, or null when the band cuts every way off. Only
 * the states expected near a frame are tried there, and steps are forgotten as soon as all ways agree on them: an hour takes
 * no more memory than a minute.
 */
export function bestPath(task: PathTask): Int32Array | null {
  const { chain, frames } = task;
  if (frames === 0 || chain.count === 0) return null;
  const history = new StepHistory(chain, frames);
  let previous = { low: 0, scores: new Float64Array(0) };
  for (const { frame, low, high } of bandOf(task)) {
    const scores = new Float64Array(high - low);
    const steps = new Uint8Array(high - low);
    for (let state = low; state < high; state++) {
      const { best, step } = enter(task, { frame, state, previous });
      steps[state - low] = step;
      scores[state - low] = best === -Infinity ? best : best + task.score(frame, chain.sound[state]!);
    }
    history.push(low, steps, scores);
    previous = { low, scores };
  }
  let [end, most] = [-1, -Infinity];
  for (const state of chain.lastStates) {
    const score = previous.scores[state - previous.low] ?? -Infinity;
    if (score > most) [end, most] = [state, score];
  }
  return end < 0 ? null : history.finish(end);
}

interface Column {
  readonly low: number;
  readonly scores: Float64Array;
}

/** The best way into a state; step 0 stays, step n comes from the nth predecessor. */
function enter(
  { chain, filler }: PathTask,
  { frame, state, previous }: { frame: number; state: number; previous: Column },
): { best: number; step: number } {
  if (frame === 0) return { best: chain.firstStates.includes(state) ? 0 : -Infinity, step: 0 };
  const { low, scores } = previous;
  let best = (scores[state - low] ?? -Infinity) + logStay;
  let step = 0;
  const toll = logLeave + (chain.sound[state] === filler ? fillerEntry : 0);
  for (let index = 0; index < mostPredecessors; index++) {
    const back = chain.backwards[state * mostPredecessors + index]!;
    if (back === 0) break;
    const score = (scores[state - back - low] ?? -Infinity) + toll;
    if (score > best) {
      best = score;
      step = index + 1;
    }
  }
  return { best, step };
}

/** The states tried at each frame: from `low` to `high` (excluded). Ascending, since what is expected never falls. */
function* bandOf({ chain, frames, band }: PathTask): Generator<{ frame: number; low: number; high: number }> {
  let [low, high] = [0, 0];
  for (let frame = 0; frame < frames; frame++) {
    while (low < chain.count - 1 && chain.latest[low]! < frame - band) low += 1;
    while (high < chain.count && chain.earliest[high]! <= frame + band) high += 1;
    yield {
      frame,
      low: frame === 0 ? 0 : Math.max(0, low - margin),
      high: frame === frames - 1 ? chain.count : Math.min(chain.count, Math.max(high, low + 1) + margin),
    };
  }
}
