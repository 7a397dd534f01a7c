import type { Transcript } from '../../core/transcript/transcript.ts';

/** A point of a text: a paragraph and a UTF-16 offset into it. */
export interface TextPoint {
  readonly paragraph: number;
  readonly offset: number;
}

/** The plain text between two points, whichever comes first, with an empty line between paragraphs. */
export function selectedText({ paragraphs }: Transcript, a: TextPoint, b: TextPoint): string {
  const isForward = a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.offset <= b.offset);
  const [from, to] = isForward ? [a, b] : [b, a];
  return paragraphs
    .slice(from.paragraph, to.paragraph + 1)
    .map(({ text }, at) => {
      const isLast = from.paragraph + at === to.paragraph;
      return text.slice(at === 0 ? from.offset : 0, isLast ? to.offset : undefined);
    })
    .join('\n\n');
}
