import type { PhoneChain } from './phone-chain.ts';
import { mostPredecessors } from './phone-chain.ts';

/** How often (frames) it is looked whether all ways have a beginning in common. */
const settleEvery = 500;
const firstRoom = 2 ** 18;

/**
 * How each state was reached in each frame, as long as that matters: going back from all states which are still alive, the ways
 * soon meet in one state, and before that there is nothing left to decide.
 */
export class StepHistory {
  /** The columns which are kept, one after the other: a step for each of their states. */
  steps = new Uint8Array(firstRoom);
  /** Where the newest column begins in them. */
  newest = 0;
  private readonly path: Int32Array;
  private columns: { readonly low: number; readonly high: number; readonly at: number }[] = [];
  /** The frame of the first column that is kept. */
  private from = 0;

  constructor(
    private readonly chain: PhoneChain,
    frames: number,
  ) {
    this.path = new Int32Array(frames);
  }

  /** Makes room for the steps of the states from `low` to `high` (excluded); they are 0 until they are written. */
  open({ low, high }: { low: number; high: number }): void {
    const last = this.columns.at(-1);
    this.newest = last === undefined ? 0 : last.at + last.high - last.low;
    const end = this.newest + high - low;
    if (end > this.steps.length) {
      const wider = new Uint8Array(Math.max(end, 2 * this.steps.length));
      wider.set(this.steps);
      this.steps = wider;
    }
    this.steps.fill(0, this.newest, end);
    this.columns.push({ low, high, at: this.newest });
  }

  /** @param scores Of each state after the newest column; those at -Infinity are dead. */
  close(scores: Float64Array): void {
    if (this.columns.length % settleEvery !== 0) return;
    const { low, high } = this.columns.at(-1)!;
    const alive: number[] = [];
    for (let state = low; state < high; state++) if (scores[state]! > -Infinity) alive.push(state);
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
        this.forgetBefore(frame);
        return;
      }
      states = [...new Set(states.map((state) => this.before(frame, state)))];
    }
  }

  private forgetBefore(frame: number): void {
    const kept = this.columns.slice(frame - this.from);
    const { at } = kept[0]!;
    this.steps.copyWithin(0, at);
    this.columns = kept.map((column) => ({ ...column, at: column.at - at }));
    this.from = frame;
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
    const { low, at } = this.columns[frame - this.from]!;
    const step = this.steps[at + state - low]!;
    return step === 0 ? state : state - this.chain.backwards[state * mostPredecessors + step - 1]!;
  }
}
