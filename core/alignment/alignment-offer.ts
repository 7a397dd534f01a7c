import type { Transcript } from '../transcript/transcript.ts';

/**
 * `match`: words without times can get some. `refine`: the publisher times phrases, which can become words. `check`: the publisher
 * times words, which advertising put into this copy may have shifted.
 */
export type AlignmentOffer = 'match' | 'refine' | 'check';

const offers = { none: 'match', cue: 'refine', word: 'check', aligned: null } as const;

/** A text of fewer words, such as a teaser, has nothing to follow. */
const fewestWords = 12;

/** What comparing a text with its sound would bring; null where it brings nothing. */
export function alignmentOffer({
  timing,
  paragraphs,
}: Pick<Transcript, 'timing' | 'paragraphs'>): AlignmentOffer | null {
  return hasWords(paragraphs) ? offers[timing] : null;
}

function hasWords(paragraphs: Transcript['paragraphs']): boolean {
  let words = 0;
  for (const { sentences } of paragraphs) {
    for (const sentence of sentences) words += sentence.words.length;
    if (words >= fewestWords) return true;
  }
  return false;
}
