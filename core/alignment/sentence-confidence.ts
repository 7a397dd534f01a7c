import { confidenceOf } from './confidence-of.ts';
import type { FillerModel } from './filler-model.ts';
import type { PhoneChain } from './phone-chain.ts';
import { noWord } from './phone-chain.ts';
import type { Lesson } from './phone-models.ts';
import { learnPhones } from './phone-models.ts';

interface HeardPath {
  readonly chain: PhoneChain;
  readonly path: Int32Array;
  readonly sentenceOf: (word: number) => number;
}

/** A model that heard so many frames has half a say. */
const halfHeard = 16;

/**
 * How sure it is that each sentence is where it was heard: by how much better it explains its frames than filler does. Models that learned
 * from the very word they judge flatter it, most of all in short recordings, where they learned little else: so its frames are
 * taken out of them first, and what still knows a sound from elsewhere counts more than what hardly does.
 */
export function sentenceConfidences(
  { chain, path, sentenceOf }: HeardPath,
  { lesson, filler }: { lesson: Lesson; filler: FillerModel },
): Map<number, number> {
  const labels = path.map((state) => chain.sound[state]!);
  const { sums, models } = learnPhones(lesson, labels);
  const totals = new Map<number, { ratio: number; weight: number }>();
  let heardFrames = 0;
  for (const [word, own] of framesByWord(chain, path)) {
    heardFrames += own.length;
    const sounds = new Set(own.map((frame) => labels[frame]!));
    const relearn = (sign: 1 | -1): void => {
      for (const frame of own) sums.add(frame, labels[frame]!, sign);
      for (const sound of sounds) models.estimate(sound);
    };
    const total = totals.get(sentenceOf(word)) ?? { ratio: 0, weight: 0 };
    totals.set(sentenceOf(word), total);
    relearn(-1);
    for (const frame of own) {
      const sound = labels[frame]!;
      const weight = sums.counts[sound]! / (sums.counts[sound]! + halfHeard);
      total.ratio += weight * (models.score(frame, sound) - filler.score(frame));
      total.weight += weight;
    }
    relearn(1);
  }
  const judged = ({ ratio, weight }: { ratio: number; weight: number }): number =>
    weight > 0 ? confidenceOf(ratio / weight, heardFrames) : 0;
  return new Map(Array.from(totals, ([sentence, total]) => [sentence, judged(total)]));
}

function framesByWord(chain: PhoneChain, path: Int32Array): Map<number, number[]> {
  const frames = new Map<number, number[]>();
  path.forEach((state, frame) => {
    const word = chain.word[state]!;
    if (word === noWord) return;
    const own = frames.get(word);
    if (own) own.push(frame);
    else frames.set(word, [frame]);
  });
  return frames;
}
