import type { Frames } from './frames.ts';

/** Rows of sound from `from` until `until` (excluded). */
export interface Range {
  readonly from: number;
  readonly until: number;
}

/** How far rows of sound are from a row of text. */
export class RowDistances {
  private distances: Float64Array;
  /** Those of the row after it: two rows at a time take a third less, since each row of sound is read once for both. */
  private ahead: Float64Array;
  private known: (Range & { readonly row: number }) | null = null;

  constructor(
    private readonly text: Frames,
    private readonly sound: Frames,
  ) {
    this.distances = new Float64Array(sound.count);
    this.ahead = new Float64Array(sound.count);
  }

  /** Euclidean distances to the rows of sound from `from` until `until`, at their places; good until the next call. */
  between(row: number, { from, until }: Range): Float64Array {
    const { known } = this;
    [this.distances, this.ahead] = [this.ahead, this.distances];
    if (known?.row === row && known.from === from && known.until === until) {
      this.known = null;
      return this.distances;
    }
    const next = Math.min(row + 1, this.text.count - 1);
    this.measure([row, next], { from, until });
    this.known = { row: next, from, until };
    return this.distances;
  }

  private measure([row, next]: readonly [number, number], { from, until }: Range): void {
    const { distances, ahead } = this;
    const { width, values } = this.sound;
    const own = this.text.values.subarray(row * width, (row + 1) * width);
    const other = this.text.values.subarray(next * width, (next + 1) * width);
    for (let column = from; column < until; column++) {
      let sum = 0;
      let sumAhead = 0;
      const at = column * width;
      for (let index = 0; index < width; index++) {
        const value = values[at + index]!;
        const difference = own[index]! - value;
        const differenceAhead = other[index]! - value;
        sum += difference * difference;
        sumAhead += differenceAhead * differenceAhead;
      }
      distances[column] = Math.sqrt(sum);
      ahead[column] = Math.sqrt(sumAhead);
    }
  }
}
