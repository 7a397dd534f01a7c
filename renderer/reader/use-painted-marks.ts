import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkSpan } from './mark-spans.ts';
import { paintRanges } from './paint-ranges.ts';
import { textRange } from './text-range.ts';
import type { Marks } from './use-marks.ts';

interface Painted {
  readonly elements: readonly HTMLElement[];
  readonly marks: Marks['byParagraph'];
  readonly remove: () => void;
}

/**
 * Paints the highlights that are in the document, after each drawing of the rows. The text itself stays as it is; to assistive
 * technology a paragraph is described by how many it holds, said once and not at every word.
 */
export function usePaintedMarks(root: HTMLElement | null, { byParagraph }: Marks): void {
  const { t } = useTranslation();
  const painted = useRef<Painted | null>(null);
  useEffect(() => {
    if (root === null) return;
    const elements = [...root.querySelectorAll<HTMLElement>('[data-paragraph]')];
    if (painted.current !== null && isSame(painted.current, elements, byParagraph)) return;
    painted.current?.remove();
    const undo: (() => void)[] = [];
    const ranges = new Map<string, Range[]>();
    for (const element of elements) {
      const spans = byParagraph.get(Number(element.dataset.paragraph));
      if (spans === undefined) continue;
      undo.push(describe(element, t('highlights.inParagraph', { count: spans.length })));
      for (const span of spans) addRange(ranges, root, span);
    }
    for (const [name, ofName] of ranges) undo.push(paintRanges(name, ofName));
    painted.current = { elements, marks: byParagraph, remove: () => undo.forEach((each) => each()) };
  });
  useEffect(
    () => () => {
      painted.current?.remove();
      painted.current = null;
    },
    [root],
  );
}

function isSame(painted: Painted, elements: readonly HTMLElement[], marks: Marks['byParagraph']): boolean {
  if (painted.marks !== marks || painted.elements.length !== elements.length) return false;
  return elements.every((element, at) => element === painted.elements[at]);
}

function addRange(ranges: Map<string, Range[]>, root: HTMLElement, span: MarkSpan): void {
  const range = textRange(root, span);
  if (range === null) return;
  const name = span.isByTime ? 'mark-by-time' : `mark-${span.highlight.colour}`;
  const others = ranges.get(name);
  if (others === undefined) ranges.set(name, [range]);
  else others.push(range);
}

/** Straight in the document, as the marks of the voice are: the rows need not be drawn again. */
function describe(element: HTMLElement, words: string): () => void {
  element.setAttribute('aria-description', words);
  element.dataset.marked = '';
  return () => {
    element.removeAttribute('aria-description');
    delete element.dataset.marked;
  };
}
