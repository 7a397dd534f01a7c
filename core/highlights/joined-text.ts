import type { Transcript } from '../transcript/transcript.ts';
import type { TextPoint } from '../transcript/text-point.ts';

/** Between paragraphs, in quotes as in copies. */
export const paragraphBreak = '\n\n';

/** A transcript as one string. */
export interface JoinedText {
  readonly text: string;
  /** Where each paragraph begins in it. */
  readonly starts: readonly number[];
}

export function joinText({ paragraphs }: Pick<Transcript, 'paragraphs'>): JoinedText {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of paragraphs) {
    starts.push(at);
    at += text.length + paragraphBreak.length;
  }
  return { text: paragraphs.map(({ text }) => text).join(paragraphBreak), starts };
}

/** UTF-16 offset in the joined text. */
export function joinedOffset({ starts }: JoinedText, { paragraph, offset }: TextPoint): number {
  return (starts[paragraph] ?? 0) + offset;
}

/** The paragraph that holds an offset of the joined text. */
export function pointAt({ starts }: JoinedText, offset: number): TextPoint {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const paragraph = Math.max(0, low - 1);
  return { paragraph, offset: offset - (starts[paragraph] ?? 0) };
}
