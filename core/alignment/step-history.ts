import type { PhoneChain } from './phone-chain.ts';
import { mostPredecessors } from './phone-chain.ts';

/** How often (frames) it is looked whether all ways have a beginning in common. */
const settleEvery = 500;

/**
 * How each state was reached in each frame, as long as that matters: going back from all states which are still alive, the ways
 * soon meet in one state, and before that there is nothing left to decide.
 */
export class StepHistory {
  private readonly path: Int32Array;
  private columns: { readonly low: number; readonly steps: Uint8Array }[] = [];
  /** The frame of the first column that is kept. */
  private from = 0;

  constructor(
    private readonly chain: PhoneChain,
    frames: number,
  ) {
    this.path = new Int32Array(frames);
  }

  push(low: number, steps: Uint8Array, scores: Float64Array): void {
    this.columns.push({ low, steps });
    if (this.columns.length % settleEvery !== 0) return;
    const alive: number[] = [];
    scores.forEach((score, index) => {
      if (score > -Infinity) alive.push(low + index);
    });
    this.settle(alive);
  }

  /** The state of each frame on the way that ends in `state`. */
  finish(state: number): Int32Array {
    this.write(this.from + this.columns.length - 1, state);
    return this.path;
  }

  private settle(alive: number[]): void {
    let states = alive;
    for (let frame = this.from + this.columns.length - 1; frame > this.from; frame--) {
      if (states.length === 1) {
        this.write(frame, states[0]!);
        this.columns = this.columns.slice(frame - this.from);
        this.from = frame;
        return;
      }
      states = [...new Set(states.map((state) => this.before(frame, state)))];
    }
  }

  /** Writes the way that leads to `state` in `frame`. */
  private write(frame: number, state: number): void {
    let on = state;
    for (let at = frame; at >= this.from; at--) {
      this.path[at] = on;
      if (at > this.from) on = this.before(at, on);
    }
  }

  private before(frame: number, state: number): number {
    const { low, steps } = this.columns[frame - this.from]!;
    const step = steps[state - low]!;
    return step === 0 ? state : state - this.chain.backwards[state * mostPredecessors + step - 1]!;
  }
}
