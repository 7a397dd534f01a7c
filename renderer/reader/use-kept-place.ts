import { useLayoutEffect, useRef } from 'react';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { sameParagraph } from './same-paragraph.ts';
import type { TextRows } from './use-text-rows.ts';

interface KeptPlaceOptions {
  readonly transcript: Transcript;
  readonly rows: TextRows;
  /** The row of each paragraph. */
  readonly blockOfParagraph: readonly number[];
  readonly scroller: HTMLElement;
}

interface Layout {
  readonly transcript: Transcript;
  readonly blockOfParagraph: readonly number[];
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Keeps the page where it is read when the text is laid out anew because the same words got times: rows that are out of sight
 * forget their heights then, and chapters get headings.
 */
export function useKeptPlace({ transcript, rows, blockOfParagraph, scroller }: KeptPlaceOptions): void {
  const before = useRef<Layout | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    const now = { transcript, blockOfParagraph, places: rows.measurementsCache };
    before.current = now;
    if (last === null || last.transcript === transcript) return;
    const paragraph = last.blockOfParagraph.findIndex(
      (block) => (last.places[block]?.end ?? 0) > scroller.scrollTop,
    );
    const top = last.places[last.blockOfParagraph[paragraph] ?? -1]?.start;
    // Above the text nothing has moved.
    if (top === undefined || scroller.scrollTop <= rows.options.scrollMargin) return;
    const block = blockOfParagraph[sameParagraph(last.transcript, paragraph, transcript)] ?? -1;
    scroller.scrollTop += (now.places[block]?.start ?? top) - top;
  });
}
