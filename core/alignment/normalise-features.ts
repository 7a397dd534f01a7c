import type { Frames } from './frames.ts';
import { makeFrames } from './frames.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumWidth } from './sound-features.ts';

/**
 * Cepstra with mean 0 and deviation 1 over the frames of speech: what the room, the microphone and the throat add to all of them
 * falls away, so that a human voice can be held against a synthetic one.
 */
export function normaliseFeatures({ cepstra }: SoundFeatures, speech: Uint8Array): Frames {
  const width = cepstrumWidth;
  const frames = makeFrames(speech.length, width);
  for (let index = 0; index < width; index++) {
    const { mean, deviation } = spread(cepstra, speech, index);
    for (let frame = 0; frame < speech.length; frame++) {
      frames.values[frame * width + index] = (cepstra[frame * width + index]! - mean) / deviation;
    }
  }
  return frames;
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
