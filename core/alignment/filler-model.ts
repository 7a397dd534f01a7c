import type { Frames } from './frames.ts';

const kinds = 16;
const rounds = 8;
/** Frames that the model is learned from at most: enough for sixteen kinds of sound. */
const mostExamples = 20_000;
/** No direction is narrower than this share of the spread of all speech: few examples must not look like certainty. */
export const leastShareOfVariance = 0.05;

/** Mean and variance of each feature over the frames of speech. */
export interface Spread {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export function measureSpread({ values, width }: Frames, speech: Uint8Array): Spread {
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  let count = 0;
  for (let frame = 0; frame < speech.length; frame++) {
    if (speech[frame] === 0) continue;
    count += 1;
    for (let index = 0; index < width; index++) {
      const value = values[frame * width + index]!;
      mean[index] = mean[index]! + value;
      variance[index] = variance[index]! + value * value;
    }
  }
  for (let index = 0; index < width; index++) {
    mean[index] = mean[index]! / Math.max(count, 1);
    variance[index] = variance[index]! / Math.max(count, 1) - mean[index]! ** 2 + 1e-3;
  }
  return { mean, variance };
}

/**
 * What this recording sounds like when one does not know what is said: a mixture of Gaussians over all speech, learned by
 * k-means. A phone has to explain its frames better than this to count as heard.
 */
export class FillerModel {
  private readonly width: number;
  private readonly means: Float64Array;
  private readonly precisions: Float64Array;
  /** What does not depend on the frame: twice the negative logarithm of weight and volume. */
  private readonly constants = new Float64Array(kinds);

  constructor(
    private readonly frames: Frames,
    speech: Uint8Array,
    private readonly spread: Spread,
  ) {
    this.width = frames.width;
    this.means = new Float64Array(kinds * this.width);
    this.precisions = new Float64Array(kinds * this.width);
    this.learn(chooseExamples(speech));
  }

  /** Log-likelihood of a frame. */
  score(frame: number): number {
    let total = -Infinity;
    for (let kind = 0; kind < kinds; kind++) {
      const one = -0.5 * (this.constants[kind]! + this.distance(frame, kind, this.precisions));
      total =
        one > total ? one + Math.log1p(Math.exp(total - one)) : total + Math.log1p(Math.exp(one - total));
    }
    return total;
  }

  private learn(examples: Int32Array): void {
    for (let kind = 0; kind < kinds; kind++) {
      const frame = examples[Math.floor(((kind + 0.5) * examples.length) / kinds)] ?? 0;
      for (let index = 0; index < this.width; index++) {
        this.means[kind * this.width + index] = this.frames.values[frame * this.width + index] ?? 0;
        this.precisions[kind * this.width + index] = 1 / this.spread.variance[index]!;
      }
    }
    const kindOf = new Uint8Array(examples.length);
    for (let round = 0; round < rounds; round++) {
      examples.forEach((frame, example) => (kindOf[example] = this.nearest(frame)));
      this.settle(examples, kindOf, round === rounds - 1);
    }
  }

  private nearest(frame: number): number {
    let [best, nearest] = [Infinity, 0];
    for (let kind = 0; kind < kinds; kind++) {
      const distance = this.distance(frame, kind, this.precisions);
      if (distance < best) [best, nearest] = [distance, kind];
    }
    return nearest;
  }

  /** Moves each kind to the middle of its examples; at the last also takes its width from them. */
  private settle(examples: Int32Array, kindOf: Uint8Array, isLast: boolean): void {
    const { width } = this;
    const counts = new Float64Array(kinds);
    const sums = new Float64Array(kinds * width);
    const squares = new Float64Array(kinds * width);
    examples.forEach((frame, example) => {
      const kind = kindOf[example]!;
      counts[kind] = counts[kind]! + 1;
      for (let index = 0; index < width; index++) {
        const value = this.frames.values[frame * width + index]!;
        sums[kind * width + index] = sums[kind * width + index]! + value;
        squares[kind * width + index] = squares[kind * width + index]! + value * value;
      }
    });
    for (let kind = 0; kind < kinds; kind++) {
      const count = counts[kind]!;
      if (isLast) this.constants[kind] = -2 * Math.log(Math.max(count, 1) / Math.max(examples.length, 1));
      for (let index = 0; index < width; index++) {
        const at = kind * width + index;
        if (count > 0) this.means[at] = sums[at]! / count;
        if (!isLast) continue;
        const whole = this.spread.variance[index]!;
        const own = count > 0 ? squares[at]! / count - this.means[at]! ** 2 : whole;
        const variance = Math.max(own, leastShareOfVariance * whole);
        this.precisions[at] = 1 / variance;
        this.constants[kind] = this.constants[kind]! + Math.log(2 * Math.PI * variance);
      }
    }
  }

  private distance(frame: number, kind: number, precisions: Float64Array): number {
    const { width, means } = this;
    const { values } = this.frames;
    let sum = 0;
    for (let index = 0; index < width; index++) {
      const difference = values[frame * width + index]! - means[kind * width + index]!;
      sum += difference * difference * precisions[kind * width + index]!;
    }
    return sum;
  }
}

function chooseExamples(speech: Uint8Array): Int32Array {
  const step = Math.max(1, Math.floor(speech.length / mostExamples));
  const examples = new Int32Array(Math.ceil(speech.length / step));
  let count = 0;
  for (let frame = 0; frame < speech.length; frame += step)
    if (speech[frame] === 1) examples[count++] = frame;
  return examples.subarray(0, count);
}
