import type { AlignedSentence } from './alignment.ts';

/** Neighbours are so many places apart in the text at most, and so far in the sound (ms). */
const [mostPlaces, nearMs] = [3, 10_000];
/** What stands alone is believed when it is longer (ms) and surer: the best of many short sentences fits somewhere by chance. */
const [longEnoughMs, sureEnough] = [2_000, 1.5];

/** What was found without the sentences that stand alone, near to none of those around them in the text, and are short or doubtful. */
export function withoutLonely(sentences: readonly (AlignedSentence | null)[]): (AlignedSentence | null)[] {
  return sentences.map((sentence, index) => {
    if (sentence === null) return null;
    const before = sentences.slice(Math.max(0, index - mostPlaces), index);
    const after = sentences.slice(index + 1, index + 1 + mostPlaces);
    const hasNeighbour =
      before.some((other) => other !== null && sentence.startMs - other.endMs <= nearMs) ||
      after.some((other) => other !== null && other.startMs - sentence.endMs <= nearMs);
    const isSure = sentence.endMs - sentence.startMs >= longEnoughMs && sentence.confidence >= sureEnough;
    return hasNeighbour || isSure ? sentence : null;
  });
}
