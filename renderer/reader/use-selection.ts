import { useEffect, useState } from 'react';
import type { ClipboardEvent } from 'react';
import type { TextPoint } from '../../core/transcript/text-point.ts';
import type { CopiedText } from './copied-text.ts';
import { textOffset } from './text-range.ts';

/** The paragraphs a selection begins and ends in: they must stay in the document, or the selection would be lost. */
export function useSelectionEnds(root: HTMLElement | null): readonly number[] {
  const [ends, setEnds] = useState<readonly number[]>([]);
  useEffect(() => {
    if (root === null) return;
    const read = (): void => {
      const next = [...new Set(selectionPoints(root).map((point) => point.paragraph))];
      setEnds((before) => (before.join() === next.join() ? before : next));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [root]);
  return ends;
}

/** Copies the words as the text has them: what lies between the ends may not be in the document. */
export function copySelection(
  event: ClipboardEvent,
  root: HTMLElement,
  copyOf: (from: TextPoint, to: TextPoint) => CopiedText,
): void {
  const [anchor, focus] = selectionPoints(root);
  if (anchor === undefined || focus === undefined) return;
  event.preventDefault();
  const { plain, html } = copyOf(anchor, focus);
  event.clipboardData.setData('text/plain', plain);
  if (html !== null) event.clipboardData.setData('text/html', html);
}

/** Both ends of a selection that lies within the text; none otherwise. */
export function selectionPoints(root: HTMLElement): TextPoint[] {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return [];
  const ends = [
    { node: selection.anchorNode, offset: selection.anchorOffset },
    { node: selection.focusNode, offset: selection.focusOffset },
  ];
  const points = ends.flatMap(({ node, offset }) => {
    const point = node !== null && root.contains(node) ? textOffset(node, offset) : null;
    return point === null ? [] : [point];
  });
  return points.length === 2 ? points : [];
}
