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
 * that n columns of sound are done. Remembered is only how borders were reached: two bytes for each column and sentence.
 */
export class SentenceWalk {
  /** Costs at the places of the border before the sentence, and room for those behind it. */
  private border: Float64Array;
  private spare: Float64Array;
  /** Costs in the columns of the row which was walked last, and where on the border the way there entered the sentence. */
  private readonly reached: Float64Array;
  private readonly entered: Int32Array;
  private readonly ways: Uint16Array[] = [];

  constructor(
    private readonly columns: number,
    readonly costs: WarpCosts,
  ) {
    this.border = Float64Array.from({ length: columns + 1 }, (_, place) => place * costs.skipSound);
    this.spare = new Float64Array(columns + 1);
    this.reached = new Float64Array(columns);
    this.entered = new Int32Array(columns);
  }

  /** Walks one row of the sentence; `distances` are those of the row from each column. */
  step(distances: Float64Array, isFirst: boolean): void {
    if (isFirst) this.enter(distances);
    else this.goOn(distances);
  }

  /** Behind a sentence of `length` rows. */
  leave(length: number): void {
    const { border, spare: next, reached, entered, costs } = this;
    const ways = new Uint16Array(this.columns + 1);
    for (let place = 0; place <= this.columns; place++) {
      const taken = place > 0 ? place - entered[place - 1]! : leap;
      let best = taken < leap ? reached[place - 1]! : Infinity;
      let way = taken;
      if (place > 0 && next[place - 1]! + costs.skipSound < best) {
        best = next[place - 1]! + costs.skipSound;
        way = along;
      }
      const leapt = border[place]! + length * costs.skipText;
      if (leapt < best) {
        best = leapt;
        way = leap;
      }
      next[place] = best;
      ways[place] = way;
    }
    [this.border, this.spare] = [next, border];
    this.ways.push(ways);
  }

  /** Where each sentence lies on the cheapest way through all of them; null where it was left out. */
  traceBack(): (SentencePlace | null)[] {
    let place = this.columns;
    return this.ways
      .map((_, back) => {
        const ways = this.ways[this.ways.length - 1 - back]!;
        while (ways[place] === along) place -= 1;
        if (ways[place] === leap) return null;
        const until = place;
        place -= ways[until]!;
        return { entered: place, until };
      })
      .reverse();
  }

  private enter(distances: Float64Array): void {
    const { border, reached, entered } = this;
    const { wait } = this.costs;
    for (let column = 0; column < reached.length; column++) {
      let best = border[column]!;
      let from = column;
      if (border[column + 1]! + wait < best) {
        best = border[column + 1]! + wait;
        from = column + 1;
      }
      if (column > 0 && reached[column - 1]! + wait < best) {
        best = reached[column - 1]! + wait;
        from = entered[column - 1]!;
      }
      reached[column] = best + distances[column]!;
      entered[column] = from;
    }
  }

  private goOn(distances: Float64Array): void {
    const { reached, entered } = this;
    const { wait } = this.costs;
    // The cell before in both, and the one before in the sound.
    let [both, bothFrom, left, leftFrom] = [Infinity, 0, Infinity, 0];
    for (let column = 0; column < reached.length; column++) {
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
