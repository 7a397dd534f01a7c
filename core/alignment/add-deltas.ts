import type { Frames } from './frames.ts';
import { makeFrames } from './frames.ts';

/** Frames on either side that say where a value is going. */
const reach = 2;
/** Slopes vary less than values do: doubled, they weigh about as much. */
const weight = 2;

/** Each row followed by its slope (Furui, 1986: a line fitted through the neighbours): where the mouth moves, not only where it is. */
export function addDeltas({ values, count, width }: Frames): Frames {
  const wide = makeFrames(count, 2 * width);
  let normal = 0;
  for (let step = 1; step <= reach; step++) normal += 2 * step * step;
  for (let frame = 0; frame < count; frame++) {
    for (let index = 0; index < width; index++) {
      let slope = 0;
      for (let step = 1; step <= reach; step++) {
        const after = values[Math.min(count - 1, frame + step) * width + index]!;
        const before = values[Math.max(0, frame - step) * width + index]!;
        slope += step * (after - before);
      }
      const at = frame * 2 * width + index;
      wide.values[at] = values[frame * width + index]!;
      wide.values[at + width] = (weight * slope) / normal;
    }
  }
  return wide;
}
