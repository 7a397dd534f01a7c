import type { Frames } from './frames.ts';

/** How far rows of sound are from a row of text. */
export class RowDistances {
  private readonly distances: Float64Array;

  constructor(
    private readonly text: Frames,
    private readonly sound: Frames,
  ) {
    this.distances = new Float64Array(sound.count);
  }

  /** Euclidean distances to the rows of sound from `from` until `until`, at their places; good until the next call. */
  between(row: number, { from, until }: { from: number; until: number }): Float64Array {
    const { distances } = this;
    const { width, values } = this.sound;
    const own = this.text.values.subarray(row * width, (row + 1) * width);
    for (let column = from; column < until; column++) {
      let sum = 0;
      const at = column * width;
      for (let index = 0; index < width; index++) {
        const difference = own[index]! - values[at + index]!;
        sum += difference * difference;
      }
      distances[column] = Math.sqrt(sum);
    }
    return distances;
  }
}
