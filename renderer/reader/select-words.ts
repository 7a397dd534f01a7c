import type { Transcript } from '../../core/transcript/transcript.ts';
import { spanOfPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';
import { textRange } from './text-range.ts';

/** Selects from one word to another, both whole, whichever comes first; nothing while one of them is not in the document. */
export function selectWords(
  root: HTMLElement,
  transcript: Transcript,
  { from, to }: { readonly from: TextPlace; readonly to: TextPlace },
): void {
  const rangeOf = (place: TextPlace): Range | null => {
    const span = spanOfPlace(transcript, place);
    return span === null ? null : textRange(root, span);
  };
  const [first, last] = [rangeOf(from), rangeOf(to)];
  if (first === null || last === null) return;
  const isForward = first.compareBoundaryPoints(Range.START_TO_START, last) <= 0;
  const [start, end] = isForward ? [first, last] : [last, first];
  document
    .getSelection()
    ?.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
}
