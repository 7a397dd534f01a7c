import { slopeReach, slopeWeights } from './add-deltas.ts';
import type { FrameReader } from './frames.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumWidth } from './sound-features.ts';

/**
 * Cepstra with mean 0 and deviation 1 over the frames of speech, followed by their slopes: what the room, the microphone and the
 * throat add to all of them falls away, so that a human voice can be held against a synthetic one.
 */
export class NormalisedFrames implements FrameReader {
  readonly count: number;
  readonly width = 2 * cepstrumWidth;
  private readonly cepstra: Int16Array;
  private readonly means = new Float64Array(cepstrumWidth);
  private readonly deviations = new Float64Array(cepstrumWidth);

  constructor({ cepstra }: SoundFeatures, speech: Uint8Array) {
    this.cepstra = cepstra;
    this.count = speech.length;
    for (let index = 0; index < cepstrumWidth; index++) {
      const { mean, deviation } = spread(cepstra, speech, index);
      this.means[index] = mean;
      this.deviations[index] = deviation;
    }
  }

  read(frame: number, row: Float64Array): void {
    const { cepstra, means, deviations, count } = this;
    for (let index = 0; index < cepstrumWidth; index++) {
      row[index] = (cepstra[frame * cepstrumWidth + index]! - means[index]!) / deviations[index]!;
      row[cepstrumWidth + index] = 0;
    }
    for (let step = 1; step <= slopeReach; step++) {
      const after = Math.min(count - 1, frame + step) * cepstrumWidth;
      const before = Math.max(0, frame - step) * cepstrumWidth;
      const weight = slopeWeights[step]!;
      for (let index = 0; index < cepstrumWidth; index++) {
        const rise = (cepstra[after + index]! - cepstra[before + index]!) / deviations[index]!;
        row[cepstrumWidth + index]! += weight * rise;
      }
    }
  }
}

function spread(cepstra: Int16Array, speech: Uint8Array, index: number) {
  let [count, sum, squares] = [0, 0, 0];
  for (let frame = 0; frame < speech.length; frame++) {
    if (speech[frame] === 0) continue;
    const value = cepstra[frame * cepstrumWidth + index]!;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = count > 0 ? sum / count : 0;
  const variance = count > 0 ? squares / count - mean * mean : 0;
  return { mean, deviation: Math.sqrt(Math.max(variance, 1)) };
}
