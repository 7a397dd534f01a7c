import { addDeltas } from '../../../core/alignment/add-deltas.ts';
import { choosePool } from '../../../core/alignment/choose-pool.ts';
import type { Compacted } from '../../../core/alignment/compact-pauses.ts';
import { compactPauses } from '../../../core/alignment/compact-pauses.ts';
import { frameMs } from '../../../core/alignment/frames.ts';
import { NormalisedFrames } from '../../../core/alignment/normalised-frames.ts';
import type { SoundFeatures } from '../../../core/alignment/sound-features.ts';
import { cepstrumWidth } from '../../../core/alignment/sound-features.ts';
import { speechMask } from '../../../core/alignment/speech-mask.ts';
import type { SpokenText } from '../../../core/alignment/spoken-text.ts';
import type { Warp } from '../../../core/alignment/warp-time.ts';
import { warpTime } from '../../../core/alignment/warp-time.ts';

/** The peer: one warp of the synthesised speech onto the sound, and nothing after it. Starts of words, ms, by `spoken.words`. */
export function plainWarp(sound: SoundFeatures, spoken: SpokenText): number[] {
  const pool = choosePool(sound.levels.length, spoken.features.levels.length * sound.levels.length);
  const [textRows, soundRows] = [spoken.features, sound].map((features) => {
    const speech = speechMask(features.levels);
    return compactPauses(new NormalisedFrames(features, speech), speech, { pool, columns: cepstrumWidth });
  }) as [Compacted, Compacted];
  const task = {
    text: addDeltas(textRows.frames),
    sound: addDeltas(soundRows.frames),
    sentenceStarts: [0],
  };
  const [warp] = warpTime(task, [{ wait: 0.3, skipSound: 1_000, skipText: 1_000 }]) as Iterable<Warp>;
  return spoken.words.map(({ startMs }) => {
    const frame = Math.min(Math.round(startMs / frameMs), textRows.rowOf.length - 1);
    return soundRows.frameOf[warp!.first[textRows.rowOf[frame]!]!]! * frameMs;
  });
}
