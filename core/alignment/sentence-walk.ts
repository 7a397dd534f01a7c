import type { Range } from './row-distances.ts';
import type { WarpCosts } from './warp-costs.ts';

/** Where a sentence lies: in the columns (rows of sound) before `until`, entered from the border at `entered`. */
export interface SentencePlace {
  readonly entered: number;
  readonly until: number;
}

/** How a border was reached: by leaving out sound or the sentence, or else how many columns the sentence took. */
const [along, leap] = [0xff_ff, 0xff_fe];

/**
 * One way of walking through text and sound, row of text by row. A border lies before and behind each sentence; its place n means
 * that n columns of sound are done. Each sentence has a range of columns in which it may lie; ranges never begin or end before those of
 * earlier sentences. Remembered is only how borders were reached: two bytes for each column of the range and sentence.
 */
export class SentenceWalk {
  /** Costs at the places of the border before the sentence, and room for those behind it. */
  private border: Float64Array;
  private spare: Float64Array;
  /** Costs in the columns of the row which was walked last, and where on the border the way there entered the sentence. */
  private readonly reached: Float64Array;
  private readonly entered: Int32Array;
  /** How the border behind each sentence was reached, from the place `from` on. */
  private readonly ways: { readonly from: number; readonly steps: Uint16Array }[] = [];

  constructor(
    private readonly columns: number,
    readonly costs: WarpCosts,
  ) {
    this.border = Float64Array.from({ length: columns + 1 }, (_, place) => place * costs.skipSound);
    this.spare = new Float64Array(columns + 1);
    this.reached = new Float64Array(columns);
    this.entered = new Int32Array(columns);
  }

  /** Walks one row of a sentence within its range; `distances` are those of the row from each column. */
  step(distances: Float64Array, range: Range, isFirst: boolean): void {
    if (isFirst) this.enter(distances, range);
    else this.goOn(distances, range);
  }

  /** Behind a sentence of `length` rows. `nextUntil`: where the range of the next one ends, or all of the sound. */
  leave(length: number, { from, until }: Range, nextUntil: number): void {
    const { border, spare: next, reached, entered, costs } = this;
    const steps = new Uint16Array(nextUntil + 1 - from);
    for (let place = from; place <= until; place++) {
      const taken = place > from ? place - entered[place - 1]! : leap;
      let best = taken < leap ? reached[place - 1]! : Infinity;
      let way = taken;
      if (place > from && next[place - 1]! + costs.skipSound < best) {
        best = next[place - 1]! + costs.skipSound;
        way = along;
      }
      const leapt = border[place]! + length * costs.skipText;
      if (leapt < best) {
        best = leapt;
        way = leap;
      }
      next[place] = best;
      steps[place - from] = way;
    }
    for (let place = until + 1; place <= nextUntil; place++) next[place] = next[place - 1]! + costs.skipSound;
    steps.fill(along, until + 1 - from);
    [this.border, this.spare] = [next, border];
    this.ways.push({ from, steps });
  }

  /** Where each sentence lies on the cheapest way through all of them; null where it was left out. */
  traceBack(): (SentencePlace | null)[] {
    let place = this.columns;
    return this.ways
      .map((_, back) => {
        const { from, steps } = this.ways[this.ways.length - 1 - back]!;
        while (steps[place - from] === along) place -= 1;
        if (steps[place - from] === leap) return null;
        const until = place;
        place -= steps[until - from]!;
        return { entered: place, until };
      })
      .reverse();
  }

  private enter(distances: Float64Array, { from: first, until }: Range): void {
    const { border, reached, entered } = this;
    const { wait } = this.costs;
    for (let column = first; column < until; column++) {
      let best = border[column]!;
      let from = column;
      if (border[column + 1]! + wait < best) {
        best = border[column + 1]! + wait;
        from = column + 1;
      }
      if (column > first && reached[column - 1]! + wait < best) {
        best = reached[column - 1]! + wait;
        from = entered[column - 1]!;
      }
      reached[column] = best + distances[column]!;
      entered[column] = from;
    }
  }

  private goOn(distances: Float64Array, { from: first, until }: Range): void {
    const { reached, entered } = this;
    const { wait } = this.costs;
    // The cell before in both, and the one before in the sound.
    let [both, bothFrom, left, leftFrom] = [Infinity, 0, Infinity, 0];
    for (let column = first; column < until; column++) {
      const above = reached[column]!;
      const aboveFrom = entered[column]!;
      let best = both;
      let from = bothFrom;
      if (above + wait < best) {
        best = above + wait;
        from = aboveFrom;
      }
      if (left + wait < best) {
        best = left + wait;
        from = leftFrom;
      }
      left = best + distances[column]!;
      leftFrom = from;
      reached[column] = left;
      entered[column] = from;
      both = above;
      bothFrom = aboveFrom;
    }
  }
}
