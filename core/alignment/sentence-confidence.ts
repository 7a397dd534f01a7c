import { confidenceOf } from './confidence-of.ts';
import type { HeardWord } from './heard-word.ts';
import type { MixtureModel } from './mixture-model.ts';
import type { Lesson } from './phone-models.ts';
import { learnPhones } from './phone-models.ts';

interface HeardPath {
  readonly words: ReadonlyMap<number, HeardWord>;
  /** Which sound was heard in each frame. */
  readonly labels: Int32Array;
  readonly sentenceOf: (word: number) => number;
  readonly expectedFrames: number;
}

/** A model that heard so many frames has half a say. */
const halfHeard = 16;

/**
 * How sure it is that each sentence is where it was heard: by how much better it explains its frames than filler does. Models that learned
 * from the very word they judge flatter it, most of all in short recordings, where they learned little else: so its frames are
 * taken out of them first, and what still knows a sound from elsewhere counts more than what hardly does.
 */
export function sentenceConfidences(
  { words, labels, sentenceOf, expectedFrames }: HeardPath,
  { lesson, filler }: { lesson: Lesson; filler: MixtureModel },
): Map<number, number> {
  const { frames } = lesson;
  const { sums, models } = learnPhones(lesson, labels);
  const totals = new Map<number, { ratio: number; weight: number }>();
  const row = new Float64Array(frames.width);
  for (const [word, { start, end }] of words) {
    const sounds = new Set(labels.subarray(start, end));
    const relearn = (sign: 1 | -1): void => {
      for (let frame = start; frame < end; frame++) {
        frames.read(frame, row);
        sums.add(row, labels[frame]!, sign);
      }
      for (const sound of sounds) models.estimate(sound);
    };
    const total = totals.get(sentenceOf(word)) ?? { ratio: 0, weight: 0 };
    totals.set(sentenceOf(word), total);
    relearn(-1);
    for (let frame = start; frame < end; frame++) {
      frames.read(frame, row);
      const sound = labels[frame]!;
      const weight = sums.counts[sound]! / (sums.counts[sound]! + halfHeard);
      total.ratio += weight * (models.score(row, sound) - filler.score(row));
      total.weight += weight;
    }
    relearn(1);
  }
  const judged = ({ ratio, weight }: { ratio: number; weight: number }): number =>
    weight > 0 ? confidenceOf(ratio / weight, expectedFrames) : 0;
  return new Map(Array.from(totals, ([sentence, total]) => [sentence, judged(total)]));
}
