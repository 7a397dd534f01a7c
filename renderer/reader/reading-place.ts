import type { Transcript } from '../../core/transcript/transcript.ts';

/** A place in a text that holds for other versions of it too: how far into it (UTF-16 units), and how long it was. */
export interface ReadingPlace {
  readonly offset: number;
  readonly length: number;
}

type Texts = Pick<Transcript, 'paragraphs'>;

/** The place where a paragraph begins. */
export function placeOfParagraph({ paragraphs }: Texts, paragraph: number): ReadingPlace {
  let offset = 0;
  let length = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    if (index < paragraph) offset += text.length;
    length += text.length;
  }
  return { offset, length };
}

/**
 * The paragraph of a place, and how far into it. In a text of another length (a new version, another language) it is the same
 * share of the way.
 */
export function paragraphOfPlace(
  { paragraphs }: Texts,
  { offset, length }: ReadingPlace,
): { readonly paragraph: number; readonly start: number } | null {
  const now = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (now === 0 || length === 0) return null;
  let left = Math.min(now - 1, now === length ? offset : Math.round((offset * now) / length));
  for (const [paragraph, { text }] of paragraphs.entries()) {
    if (left < text.length) return { paragraph, start: left };
    left -= text.length;
  }
  return null;
}
