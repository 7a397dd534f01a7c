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

/** The states tried at a frame: from `low` to `high` (excluded). */
interface Column {
  readonly frame: number;
  readonly low: number;
  readonly high: number;
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
  // How likely each state is after the frame before and after this one; all those outside of their columns are impossible.
  let [before, after] = [impossible(chain.count), impossible(chain.count)];
  let last: Column = { frame: -1, low: 0, high: 0 };
  let lastButOne = last;
  for (const column of columnsOf(task)) {
    [before, after] = [after, before];
    after.fill(-Infinity, lastButOne.low, lastButOne.high);
    history.open(column);
    if (column.frame === 0) begin(task, after);
    else advance(task, column, { before, after, history });
    history.close(after);
    [lastButOne, last] = [last, column];
  }
  let [end, most] = [-1, -Infinity];
  for (const state of chain.lastStates) {
    const score = after[state]!;
    if (score > most) [end, most] = [state, score];
  }
  return end < 0 ? null : history.finish(end);
}

function impossible(count: number): Float64Array {
  return new Float64Array(count).fill(-Infinity);
}

function begin({ chain, score }: PathTask, after: Float64Array): void {
  for (const state of chain.firstStates) after[state] = score(0, chain.sound[state]!);
}

/** Takes the best way into each state of a column; step 0 stays, step n comes from the nth predecessor. */
function advance(
  { chain: { sound, backwards }, filler, score }: PathTask,
  { frame, low, high }: Column,
  { before, after, history }: { before: Float64Array; after: Float64Array; history: StepHistory },
): void {
  const { steps, newest } = history;
  for (let state = low; state < high; state++) {
    const heard = sound[state]!;
    const toll = heard === filler ? logLeave + fillerEntry : logLeave;
    let best = before[state]! + logStay;
    let step = 0;
    const first = state * mostPredecessors;
    for (let index = 0; index < mostPredecessors; index++) {
      const back = backwards[first + index]!;
      if (back === 0) break;
      const likely = before[state - back]! + toll;
      if (likely > best) {
        best = likely;
        step = index + 1;
      }
    }
    steps[newest + state - low] = step;
    if (best > -Infinity) after[state] = best + score(frame, heard);
  }
}

/** Ascending in all of their numbers, since what is expected never falls. */
function* columnsOf({ chain, frames, band }: PathTask): Generator<Column> {
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
