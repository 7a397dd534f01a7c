import { useEffect, useRef, useState } from 'react';
import type { TextPoint } from '../../core/transcript/text-point.ts';
import { selectionPoints } from './use-selection.ts';

/** What is selected in the text, and where its first and last lines stand in the window (px). */
export interface SelectedStretch {
  readonly from: TextPoint;
  readonly to: TextPoint;
  readonly top: DOMRect;
  readonly bottom: DOMRect;
}

/** The selection in the text once the pointer has let go of it; null when there is none. */
export function useSelectedStretch(root: HTMLElement | null): SelectedStretch | null {
  const [stretch, setStretch] = useState<SelectedStretch | null>(null);
  const isDragging = useRef(false);
  useEffect(() => {
    if (root === null) return;
    const read = (): void => {
      if (!isDragging.current) setStretch(readSelection(root));
    };
    const listening = new AbortController();
    const { signal } = listening;
    const grab = (event: PointerEvent): void => {
      isDragging.current = event.target instanceof Node && root.contains(event.target);
    };
    const release = (): void => {
      isDragging.current = false;
      read();
    };
    document.addEventListener('pointerdown', grab, { signal, capture: true });
    document.addEventListener('pointerup', release, { signal, capture: true });
    document.addEventListener('pointercancel', release, { signal, capture: true });
    document.addEventListener('selectionchange', read, { signal });
    return () => listening.abort();
  }, [root]);
  return stretch;
}

function readSelection(root: HTMLElement): SelectedStretch | null {
  const [from, to] = selectionPoints(root);
  const selection = document.getSelection();
  if (from === undefined || to === undefined || selection === null) return null;
  const range = selection.getRangeAt(0);
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [top, bottom] = [lines[0], lines.at(-1)];
  return top === undefined || bottom === undefined ? null : { from, to, top, bottom };
}
