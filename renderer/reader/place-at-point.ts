import type { Transcript } from '../../core/transcript/transcript.ts';
import type { TextPlace } from './text-place.ts';
import { placeAtOffset } from './text-place.ts';
import { textOffset } from './text-range.ts';

interface Point {
  readonly target: EventTarget;
  readonly clientX: number;
  readonly clientY: number;
}

/** The word under a point, or beside it when the point is between words of a sentence; null outside the sentences. */
export function placeAtPoint(transcript: Transcript, { target, clientX, clientY }: Point): TextPlace | null {
  if (!(target instanceof Element) || target.closest('[data-sentence]') === null) return null;
  const index = Number(target.closest<HTMLElement>('[data-paragraph]')?.dataset.paragraph);
  const paragraph = transcript.paragraphs[index];
  if (paragraph === undefined) return null;
  const word = target.closest<HTMLElement>('[data-word]')?.dataset.word;
  if (word !== undefined) {
    const sentence = target.closest<HTMLElement>('[data-sentence]')?.dataset.sentence;
    return { paragraph: index, sentence: Number(sentence), word: Number(word) };
  }
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const point = caret === null ? null : textOffset(caret.offsetNode, caret.offset);
  const place = point === null ? null : placeAtOffset(paragraph, point.offset);
  return place === null ? null : { paragraph: index, ...place };
}
