import { frameMs } from './frames.ts';
import { levelScale } from './sound-features.ts';

/** Soft beginnings and ends of words lie below the threshold: so much around each loud frame is speech as well (ms). */
const hangMs = 40;
/** Nothing so far (dB) below the loud frames is speech. */
const deepestDb = 35;

/**
 * 1 for each frame that may be speech, 0 for each that is a pause, by level alone: the threshold lies between the quietest and
 * the loudest frames of this recording. Music and noise pass as speech; telling them apart is left to the models.
 */
export function speechMask(levels: Int16Array): Uint8Array {
  const mask = new Uint8Array(levels.length);
  if (levels.length === 0) return mask;
  const sorted = levels.slice().sort();
  const quiet = sorted[Math.floor(sorted.length * 0.05)]!;
  const loud = sorted[Math.floor(sorted.length * 0.95)]!;
  const threshold = Math.max(quiet + 0.3 * (loud - quiet), loud - deepestDb * levelScale);
  const hang = hangMs / frameMs;
  for (const [frame, level] of levels.entries()) {
    if (level > threshold) mask.fill(1, Math.max(0, frame - hang), frame + hang + 1);
  }
  return mask;
}
