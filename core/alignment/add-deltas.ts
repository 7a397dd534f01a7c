import type { Frames } from './frames.ts';
import { makeFrames } from './frames.ts';

/** Frames on either side that say where a value is going. */
export const slopeReach = 2;
/** Slopes vary less than values do: doubled, they weigh about as much. */
const weight = 2;

/** What the difference of the neighbours so many frames away adds to a slope: a line fitted through all of them (Furui, 1986). */
export const slopeWeights = slopeWeightsOf(slopeReach);

/** Each row followed by its slope: where the mouth moves, not only where it is. */
export function addDeltas({ values, count, width }: Frames): Frames {
  const wide = makeFrames(count, 2 * width);
  for (let frame = 0; frame < count; frame++) {
    for (let index = 0; index < width; index++) {
      let slope = 0;
      for (let step = 1; step <= slopeReach; step++) {
        const after = values[Math.min(count - 1, frame + step) * width + index]!;
        const before = values[Math.max(0, frame - step) * width + index]!;
        slope += slopeWeights[step]! * (after - before);
      }
      const at = frame * 2 * width + index;
      wide.values[at] = values[frame * width + index]!;
      wide.values[at + width] = slope;
    }
  }
  return wide;
}

function slopeWeightsOf(reach: number): Float64Array {
  const weights = Float64Array.from({ length: reach + 1 }, (_, step) => step);
  const normal = weights.reduce((sum, step) => sum + 2 * step * step, 0);
  return weights.map((step) => (weight * step) / normal);
}
