import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import { useSettings } from '../settings/settings-store.ts';
import type { Block } from './blocks.ts';
import { readerBlocks } from './blocks.ts';
import { PlaceMarker } from './place-marker.ts';
import type { ReaderOptions } from './reader-options.ts';
import { firstPlace } from './text-place.ts';
import { TextView } from './text-view.ts';
import { useSelectionEnds } from './use-selection.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useTextRows } from './use-text-rows.ts';
import type { TextRows } from './use-text-rows.ts';

export interface Text {
  readonly blocks: readonly Block[];
  readonly rows: TextRows;
  readonly typography: Settings['reader'];
  /** The element of the rows, once it exists, with what marks and scrolls in it. */
  readonly root: HTMLElement | null;
  readonly setRoot: (root: HTMLElement | null) => void;
  /** For what sticks to the top of the window over the text. */
  readonly setHead: (head: HTMLElement | null) => void;
  readonly marker: PlaceMarker | null;
  readonly view: TextView | null;
  /** The paragraph the Tab key goes to. */
  readonly tabStop: number;
  readonly setTabStop: (paragraph: number) => void;
}

/** The text laid out: its rows, of which only those near the window are in the document. */
export function useText({ transcript, beside, chapters, scroller }: ReaderOptions): Text {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [tabStop, setTabStop] = useState(() => firstPlace(transcript)?.paragraph ?? 0);
  const typography = useSettings((settings) => settings.reader);
  const { blocks, blockOfParagraph } = useMemo(
    () => readerBlocks(transcript, chapters),
    [transcript, chapters],
  );
  const selectionEnds = useSelectionEnds(root);
  const pinned = useMemo(
    () => [tabStop, ...selectionEnds].flatMap((paragraph) => blockOfParagraph[paragraph] ?? []),
    [tabStop, selectionEnds, blockOfParagraph],
  );
  const rows = useTextRows({ blocks, scroller, list: root, columns: beside ? 2 : 1, typography, pinned });
  useKeptPlace({ transcript, rows, blockOfParagraph, scroller });
  const paragraphTop = useRef<(paragraph: number) => number>(() => 0);
  useLayoutEffect(() => {
    paragraphTop.current = (paragraph) =>
      rows.measurementsCache[blockOfParagraph[paragraph] ?? 0]?.start ?? 0;
  }, [rows, blockOfParagraph]);
  const marker = useMemo(() => (root === null ? null : new PlaceMarker(root)), [root]);
  const [head, setHead] = useState<HTMLElement | null>(null);
  const view = useMemo(() => {
    if (root === null) return null;
    const coveredTop = (): number => head?.offsetHeight ?? 0;
    return new TextView({ root, scroller, coveredTop, paragraphTop: (index) => paragraphTop.current(index) });
  }, [root, scroller, head]);
  useLayoutEffect(() => marker?.refresh());
  useLayoutEffect(() => () => view?.stop(), [view]);
  return { blocks, rows, typography, root, setRoot, setHead, marker, view, tabStop, setTabStop };
}
