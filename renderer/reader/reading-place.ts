import type { TextPoint } from '../../core/transcript/text-point.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** A place in a text that holds for other versions of it too: how far into it (UTF-16 units), and how long it was. */
export interface ReadingPlace {
  readonly offset: number;
  readonly length: number;
}

type Texts = Pick<Transcript, 'paragraphs'>;

/** The place of a point of the text. */
export function placeOfPoint({ paragraphs }: Texts, point: TextPoint): ReadingPlace {
  let { offset } = point;
  let length = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    if (index < point.paragraph) offset += text.length;
    length += text.length;
  }
  return { offset, length };
}

/**
 * The point of a place. In a text of another length (a new version, another language) it is the same share of the way.
 */
export function pointOfPlace({ paragraphs }: Texts, { offset, length }: ReadingPlace): TextPoint | null {
  const now = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (now === 0 || length === 0) return null;
  let left = Math.min(now - 1, now === length ? offset : Math.round((offset * now) / length));
  for (const [paragraph, { text }] of paragraphs.entries()) {
    if (left < text.length) return { paragraph, offset: left };
    left -= text.length;
  }
  return null;
}
