import { addDeltas } from '../../../core/alignment/add-deltas.ts';
import { choosePool } from '../../../core/alignment/choose-pool.ts';
import { compactPauses } from '../../../core/alignment/compact-pauses.ts';
import { frameMs } from '../../../core/alignment/frames.ts';
import { normaliseFeatures } from '../../../core/alignment/normalise-features.ts';
import type { SoundFeatures } from '../../../core/alignment/sound-features.ts';
import { speechMask } from '../../../core/alignment/speech-mask.ts';
import type { SpokenText } from '../../../core/alignment/spoken-text.ts';
import { warpTime } from '../../../core/alignment/warp-time.ts';

/** The peer: one warp of the synthesised speech onto the sound, and nothing after it. Starts of words, ms, by `spoken.words`. */
export function plainWarp(sound: SoundFeatures, spoken: SpokenText): number[] {
  const [text, heard] = [spoken.features, sound].map((features) => {
    const speech = speechMask(features.levels);
    return { speech, frames: normaliseFeatures(features, speech) };
  }) as [Side, Side];
  const pool = choosePool(text.frames.count, heard.frames.count);
  const textRows = compactPauses(text.frames, text.speech, { pool });
  const soundRows = compactPauses(heard.frames, heard.speech, { pool });
  const warp = warpTime({
    text: addDeltas(textRows.frames),
    sound: addDeltas(soundRows.frames),
    sentenceStarts: [0],
    costs: { wait: 0.3, skipSound: 1_000, skipText: 1_000 },
  });
  return spoken.words.map(({ startMs }) => {
    const frame = Math.min(Math.round(startMs / frameMs), textRows.rowOf.length - 1);
    return soundRows.frameOf[warp.first[textRows.rowOf[frame]!]!]! * frameMs;
  });
}

interface Side {
  readonly speech: Uint8Array;
  readonly frames: ReturnType<typeof normaliseFeatures>;
}
