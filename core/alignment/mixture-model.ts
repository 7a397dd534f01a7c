import type { FrameReader, Frames } from './frames.ts';
import { makeFrames } from './frames.ts';
import type { Spread } from './measure-spread.ts';
import { leastShareOfVariance } from './measure-spread.ts';

const rounds = 8;
/** Frames that a mixture is learned from at most: enough for all of its kinds of sound. */
const mostExamples = 20_000;

/** What is too varied for one Gaussian: a mixture of several over the chosen frames of a recording, learned by k-means. */
export class MixtureModel {
  private readonly width: number;
  private readonly spread: Spread;
  private readonly kinds: number;
  private readonly means: Float64Array;
  private readonly precisions: Float64Array;
  /** What does not depend on the frame: twice the negative logarithm of weight and volume. */
  private readonly constants: Float64Array;

  /** @param chosen 1 for each frame to learn from. @param kinds How many Gaussians. */
  constructor(frames: FrameReader, chosen: Uint8Array, { spread, kinds }: { spread: Spread; kinds: number }) {
    this.width = frames.width;
    this.spread = spread;
    this.kinds = kinds;
    this.means = new Float64Array(kinds * this.width);
    this.precisions = new Float64Array(kinds * this.width);
    this.constants = new Float64Array(kinds);
    this.learn(chooseExamples(frames, chosen));
  }

  /** Log-likelihood of a frame with such a row. */
  score(row: Float64Array): number {
    let total = -Infinity;
    const { kinds } = this;
    for (let kind = 0; kind < kinds; kind++) {
      const one = -0.5 * (this.constants[kind]! + this.distance(row, kind));
      total =
        one > total ? one + Math.log1p(Math.exp(total - one)) : total + Math.log1p(Math.exp(one - total));
    }
    return total;
  }

  private learn(examples: Frames): void {
    const { width, kinds } = this;
    for (let kind = 0; kind < kinds; kind++) {
      const example = Math.floor(((kind + 0.5) * examples.count) / kinds);
      for (let index = 0; index < width; index++) {
        this.means[kind * width + index] = examples.values[example * width + index] ?? 0;
        this.precisions[kind * width + index] = 1 / this.spread.variance[index]!;
      }
    }
    const kindOf = new Uint8Array(examples.count);
    const row = new Float64Array(width);
    for (let round = 0; round < rounds; round++) {
      for (let example = 0; example < examples.count; example++) {
        row.set(examples.values.subarray(example * width, (example + 1) * width));
        kindOf[example] = this.nearest(row);
      }
      this.settle(examples, kindOf, round === rounds - 1);
    }
  }

  private nearest(row: Float64Array): number {
    const { kinds } = this;
    let [best, nearest] = [Infinity, 0];
    for (let kind = 0; kind < kinds; kind++) {
      const distance = this.distance(row, kind);
      if (distance < best) [best, nearest] = [distance, kind];
    }
    return nearest;
  }

  /** Moves each kind to the middle of its examples; at the last also takes its width from them. */
  private settle(examples: Frames, kindOf: Uint8Array, isLast: boolean): void {
    const { width, kinds } = this;
    const counts = new Float64Array(kinds);
    const sums = new Float64Array(kinds * width);
    const squares = new Float64Array(kinds * width);
    kindOf.forEach((kind, example) => {
      counts[kind]! += 1;
      for (let index = 0; index < width; index++) {
        const value = examples.values[example * width + index]!;
        sums[kind * width + index]! += value;
        squares[kind * width + index]! += value * value;
      }
    });
    for (let kind = 0; kind < kinds; kind++) {
      const count = counts[kind]!;
      if (isLast) this.constants[kind] = -2 * Math.log(Math.max(count, 1) / Math.max(examples.count, 1));
      for (let index = 0; index < width; index++) {
        const at = kind * width + index;
        if (count > 0) this.means[at] = sums[at]! / count;
        if (!isLast) continue;
        const whole = this.spread.variance[index]!;
        const own = count > 0 ? squares[at]! / count - this.means[at]! ** 2 : whole;
        const variance = Math.max(own, leastShareOfVariance * whole);
        this.precisions[at] = 1 / variance;
        this.constants[kind]! += Math.log(2 * Math.PI * variance);
      }
    }
  }

  private distance(row: Float64Array, kind: number): number {
    const { width, means, precisions } = this;
    let sum = 0;
    for (let index = 0; index < width; index++) {
      const difference = row[index]! - means[kind * width + index]!;
      sum += difference * difference * precisions[kind * width + index]!;
    }
    return sum;
  }
}

function chooseExamples(frames: FrameReader, chosen: Uint8Array): Frames {
  const step = Math.max(1, Math.floor(chosen.length / mostExamples));
  const found: number[] = [];
  for (let frame = 0; frame < chosen.length; frame += step) if (chosen[frame] === 1) found.push(frame);
  const examples = makeFrames(found.length, frames.width);
  const row = new Float64Array(frames.width);
  found.forEach((frame, example) => {
    frames.read(frame, row);
    examples.values.set(row, example * frames.width);
  });
  return examples;
}
