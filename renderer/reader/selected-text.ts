import { comparePoints } from '../../core/transcript/text-point.ts';
import type { TextPoint } from '../../core/transcript/text-point.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** The plain text between two points, whichever comes first, with an empty line between paragraphs. */
export function selectedText({ paragraphs }: Transcript, a: TextPoint, b: TextPoint): string {
  const [from, to] = comparePoints(a, b) <= 0 ? [a, b] : [b, a];
  return paragraphs
    .slice(from.paragraph, to.paragraph + 1)
    .map(({ text }, at) => {
      const isLast = from.paragraph + at === to.paragraph;
      return text.slice(at === 0 ? from.offset : 0, isLast ? to.offset : undefined);
    })
    .join('\n\n');
}
