import type { AlignedSentence } from './alignment.ts';
import { frameMs } from './frames.ts';
import type { SoundFeatures } from './sound-features.ts';
import { speechMask } from './speech-mask.ts';

/** Nothing is known of where the words are. */
const confidence = 0;

/** A sentence as lengths: how many letters each of its words has. */
export type WordLengths = readonly number[];

/**
 * Times for a text in a language that no voice here speaks: its letters are spread evenly over all that may be speech. Null for a
 * sentence without words, and for all when nothing may be speech.
 */
export function spreadOverSpeech(
  { levels }: SoundFeatures,
  sentences: readonly WordLengths[],
): (AlignedSentence | null)[] {
  const speech = speechMask(levels);
  const frames = Int32Array.from(speech.keys()).filter((frame) => speech[frame] === 1);
  const letters = sentences.flat().reduce((sum, length) => sum + length, 0);
  if (frames.length === 0 || letters === 0) return sentences.map(() => null);
  let said = 0;
  const msAfter = (count: number, isEnd: boolean): number => {
    const place = (count * frames.length) / letters;
    const frame = isEnd ? frames[Math.ceil(place) - 1]! + 1 : frames[Math.floor(place)]!;
    return frame * frameMs;
  };
  return sentences.map((words) => {
    if (words.length === 0) return null;
    const wordsMs = words.flatMap((length) => {
      const startMs = msAfter(said, false);
      said += length;
      return [startMs, Math.max(startMs, msAfter(said, true))];
    });
    return { startMs: wordsMs[0]!, endMs: wordsMs.at(-1)!, confidence, wordsMs };
  });
}
