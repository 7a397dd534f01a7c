import type { FrameReader } from './frames.ts';

/** No direction is narrower than this share of the spread of all speech: few examples must not look like certainty. */
export const leastShareOfVariance = 0.05;

/** Mean and variance of each feature over the frames of speech. */
export interface Spread {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export function measureSpread(frames: FrameReader, speech: Uint8Array): Spread {
  const { width } = frames;
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  const row = new Float64Array(width);
  let count = 0;
  for (let frame = 0; frame < speech.length; frame++) {
    if (speech[frame] === 0) continue;
    count += 1;
    frames.read(frame, row);
    for (let index = 0; index < width; index++) {
      const value = row[index]!;
      mean[index]! += value;
      variance[index]! += value * value;
    }
  }
  for (let index = 0; index < width; index++) {
    mean[index]! /= Math.max(count, 1);
    variance[index] = variance[index]! / Math.max(count, 1) - mean[index]! ** 2 + 1e-3;
  }
  return { mean, variance };
}
