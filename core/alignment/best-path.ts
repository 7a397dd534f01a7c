import type { PhoneChain, SoundNames } from './phone-chain.ts';
import { mostPredecessors } from './phone-chain.ts';
import { StepHistory } from './step-history.ts';

/** Phones last some hundredths of a second: how likely a state is to go on for another frame. */
const [logStay, logLeave] = [Math.log(0.65), Math.log(0.35)];
/** Filler explains everything a little: it has to be worth entering. */
const fillerEntry = -20;
/**
 * When a third of a phone has gone on for so many frames, it is likelier a pause with music or breath in it that was taken for the
 * phone beside: what each further frame costs.
 */
const longRun = { frames: 9, toll: 4 };
/** A little more of the chain than the band asks for, so that no optional state is cut off from its neighbours. */
const margin = 6;

export interface PathTask {
  readonly chain: PhoneChain;
  readonly frames: number;
  readonly names: Pick<SoundNames, 'silence' | 'filler'>;
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

/** How likely each state of the chain is after the newest frame and the one before, and for how many frames it has gone on. */
interface Likelihoods {
  before: Float64Array;
  after: Float64Array;
  readonly runs: Uint32Array;
  readonly history: StepHistory;
}

/**
 * The likeliest way through the chain (Viterbi, 1967): the state of each frame, or null when the band cuts every way off. Only
 * the states expected near a frame are tried there, and steps are forgotten as soon as all ways agree on them: an hour takes
 * no more memory than a minute.
 */
export function bestPath(task: PathTask): Int32Array | null {
  const { chain, frames } = task;
  if (frames === 0 || chain.count === 0) return null;
  const likely: Likelihoods = {
    // All states outside of their columns are impossible.
    before: new Float64Array(chain.count).fill(-Infinity),
    after: new Float64Array(chain.count).fill(-Infinity),
    runs: new Uint32Array(chain.count),
    history: new StepHistory(chain, frames),
  };
  let last: Column = { frame: -1, low: 0, high: 0 };
  let lastButOne = last;
  for (const column of columnsOf(task)) {
    [likely.before, likely.after] = [likely.after, likely.before];
    likely.after.fill(-Infinity, lastButOne.low, lastButOne.high);
    likely.history.open(column);
    if (column.frame === 0) begin(task, likely.after);
    else advance(task, column, likely);
    likely.history.close(likely.after);
    [lastButOne, last] = [last, column];
  }
  let [end, most] = [-1, -Infinity];
  for (const state of chain.lastStates) {
    const score = likely.after[state]!;
    if (score > most) [end, most] = [state, score];
  }
  return end < 0 ? null : likely.history.finish(end);
}

function begin({ chain, score }: PathTask, after: Float64Array): void {
  for (const state of chain.firstStates) after[state] = score(0, chain.sound[state]!);
}

/** Takes the best way into each state of a column; step 0 stays, step n comes from the nth predecessor. */
function advance(
  { chain: { sound, backwards }, names, score }: PathTask,
  { frame, low, high }: Column,
  { before, after, runs, history }: Likelihoods,
): void {
  const { steps, newest } = history;
  for (let state = low; state < high; state++) {
    const heard = sound[state]!;
    const toll = heard === names.filler ? logLeave + fillerEntry : logLeave;
    let best = before[state]! + logStay;
    if (heard < names.silence && runs[state]! >= longRun.frames) best -= longRun.toll;
    let step = 0;
    const first = state * mostPredecessors;
    for (let index = 0; index < mostPredecessors; index++) {
      const back = backwards[first + index]!;
      if (back === 0) break;
      const way = before[state - back]! + toll;
      if (way > best) {
        best = way;
        step = index + 1;
      }
    }
    steps[newest + state - low] = step;
    runs[state] = step === 0 ? runs[state]! + 1 : 1;
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
