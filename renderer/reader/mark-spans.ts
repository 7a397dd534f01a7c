import type { HighlightPlace } from '../../core/highlights/highlight.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import type { HighlightRow } from '../library/rows.ts';
import type { TextSpan } from './text-range.ts';

/** The part of a highlight that lies in one paragraph. */
export interface MarkSpan extends TextSpan {
  readonly highlight: HighlightRow;
  /** Its words are another language's: only the time says that they belong here. */
  readonly isByTime: boolean;
}

/** A highlight found in the text: one span a paragraph. */
export function markSpans(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  highlight: HighlightRow,
  { from, to, by }: HighlightPlace,
): MarkSpan[] {
  const spans: MarkSpan[] = [];
  for (let paragraph = from.paragraph; paragraph <= to.paragraph; paragraph += 1) {
    const start = paragraph === from.paragraph ? from.offset : 0;
    const end = paragraph === to.paragraph ? to.offset : (paragraphs[paragraph]?.text.length ?? 0);
    if (start < end) spans.push({ paragraph, start, end, highlight, isByTime: by === 'time' });
  }
  return spans;
}
