import type { AlignedSentence, Alignment } from './alignment.ts';

/** What may be shown of a sentence: the time of each word, only its own, or nothing. */
export type SentenceTrust = 'words' | 'sentence' | 'none';

/** What an alignment says of a text as a whole. `estimated`: its times were spread, not found. */
export type AlignmentVerdict = 'matched' | 'unmatched' | 'estimated';

/** From these confidences on a sentence shows its words, or itself. Measured: see read-along in docs/decisions. */
const wordsFrom = 1.5;
const sentenceFrom = 1;

/** With fewer sentences than this share in the sound, the text is another one. */
const leastShare = 0.3;
/**
 * A short recording teaches so little of its voice that a wrong sentence can look right: there the text stands or falls as a whole.
 */
const shortMs = 60_000;
const leastShareOfShort = 0.6;

export function sentenceTrust(sentence: AlignedSentence | null): SentenceTrust {
  if (sentence === null || sentence.confidence < sentenceFrom) return 'none';
  return sentence.confidence < wordsFrom ? 'sentence' : 'words';
}

/** Share of the text's sentences that were found in the sound, 0 to 1. */
export function foundShare({ sentences }: Pick<Alignment, 'sentences'>): number {
  const found = sentences.filter((sentence) => sentenceTrust(sentence) !== 'none').length;
  return sentences.length === 0 ? 0 : found / sentences.length;
}

export function judgeAlignment(
  alignment: Pick<Alignment, 'method' | 'sentences' | 'durationMs'>,
): AlignmentVerdict {
  if (alignment.method === 'proportional') return 'estimated';
  const least = alignment.durationMs < shortMs ? leastShareOfShort : leastShare;
  return foundShare(alignment) < least ? 'unmatched' : 'matched';
}
