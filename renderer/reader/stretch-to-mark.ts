import type { TextPoint } from '../../core/transcript/text-point.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

export interface Stretch {
  readonly from: TextPoint;
  readonly to: TextPoint;
}

interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number;
}

/** Where a reader may mean when nothing is selected. */
export interface Pointers {
  readonly selected: Stretch | null;
  /** The keyboard's word, and whether the text has the focus. */
  readonly caret: SentencePlace | null;
  readonly hasFocus: boolean;
  /** What is being said. */
  readonly voice: SentencePlace | null;
}

/**
 * What a key or button for highlights is about: the selection; else the sentence of the word one walks with, of what is being
 * said, of where one walked last. Null when none of these is there.
 */
export function stretchToMark(transcript: Transcript, pointers: Pointers): Stretch | null {
  const { selected, caret, hasFocus, voice } = pointers;
  if (selected !== null) return selected;
  const place = hasFocus ? (caret ?? voice) : (voice ?? caret);
  return place === null ? null : sentenceStretch(transcript, place);
}

function sentenceStretch({ paragraphs }: Transcript, { paragraph, sentence }: SentencePlace): Stretch | null {
  const line = paragraphs[paragraph]?.sentences[sentence];
  if (line === undefined) return null;
  return { from: { paragraph, offset: line.start }, to: { paragraph, offset: line.end } };
}
