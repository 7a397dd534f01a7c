import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import { useTopInScroller } from '../ui/use-top-in-scroller.ts';
import type { Block } from './blocks.ts';

export type TextRows = Virtualizer<HTMLElement, HTMLElement>;

interface TextRowsOptions {
  readonly blocks: readonly Block[];
  /** The element that scrolls the page, and the list inside it. */
  readonly scroller: HTMLElement;
  readonly list: HTMLElement | null;
  /** Two where another text stands beside. */
  readonly columns: 1 | 2;
  readonly typography: Settings['reader'];
  /** Blocks that stay in the document wherever the page is: focus and selections live in them. */
  readonly pinned: readonly number[];
}

/** The rows of the text that are near the window. The list stands somewhere inside a longer page. */
export function useTextRows(options: TextRowsOptions): TextRows {
  const { blocks, scroller, list, columns, typography, pinned } = options;
  const scrollMargin = useTopInScroller(
    useMemo(() => ({ current: list }), [list]),
    scroller,
  );
  const room = (list?.clientWidth ?? 640) / columns;
  const columnWidth = Math.min(room, typography.width * typography.size * 0.5);
  const rows = useVirtualizer<HTMLElement, HTMLElement>({
    count: blocks.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => estimateHeight(blocks[index], typography, columnWidth),
    scrollMargin,
    overscan: 3,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [
          ...new Set([...pinned.filter((index) => index < range.count), ...defaultRangeExtractor(range)]),
        ].sort((a, b) => a - b),
      [pinned],
    ),
  });
  useLayoutEffect(() => {
    rows.measure();
    // Rows that keep their height would keep the estimate, since only changes of size are observed, and
    // `measureElement` does nothing while the page glides: they are measured here, against a layout (`getTotalSize`
    // makes it) that has forgotten the old heights.
    rows.getTotalSize();
    for (const element of rows.elementsCache.values()) {
      if (element.isConnected) rows.resizeItem(rows.indexFromElement(element), element.offsetHeight);
    }
  }, [rows, blocks, typography, columnWidth]);
  return rows;
}

/** Close enough that the scroll bar tells the truth before anything was measured. */
function estimateHeight(
  block: Block | undefined,
  typography: Settings['reader'],
  columnWidth: number,
): number {
  const line = typography.size * typography.lineHeight;
  if (block?.kind !== 'paragraph') return line * 1.8;
  const charactersInLine = columnWidth / (typography.size * 0.5);
  return Math.ceil(block.paragraph.text.length / charactersInLine) * line + typography.size;
}
