import { useEffect, useRef } from 'react';
import type { Hit } from '../../core/transcript/find.ts';
import { hitsInParagraph } from './hits-in-paragraph.ts';
import { textRange } from './text-range.ts';

const allName = 'reader-found';
const currentName = 'reader-found-current';

interface Painted {
  readonly elements: readonly HTMLElement[];
  readonly hits: readonly Hit[];
  readonly current: number;
}

/** Paints the hits that are in the document, where the rows, the hits or the one in view are others. The text itself stays as it is. */
export function useFoundHighlights(root: HTMLElement | null, hits: readonly Hit[], current: number): void {
  const painted = useRef<Painted | null>(null);
  // Rows come and go with every scroll, which only the document tells.
  useEffect(() => {
    if (root === null || (hits.length === 0 && painted.current === null)) return;
    const elements = [...root.querySelectorAll<HTMLElement>('[data-paragraph]')];
    const now = { elements, hits, current };
    if (painted.current !== null && isSame(painted.current, now)) return;
    const all = new Highlight();
    const here = new Highlight();
    for (const element of elements) {
      const [from, until] = hitsInParagraph(hits, Number(element.dataset.paragraph));
      for (let index = from; index < until; index += 1) {
        const range = textRange(root, hits[index]!);
        if (range !== null) (index === current ? here : all).add(range);
      }
    }
    CSS.highlights.set(allName, all);
    CSS.highlights.set(currentName, here);
    painted.current = now;
  });
  useEffect(
    () => () => {
      CSS.highlights.delete(allName);
      CSS.highlights.delete(currentName);
      painted.current = null;
    },
    [root],
  );
}

function isSame(one: Painted, other: Painted): boolean {
  if (one.hits !== other.hits || one.current !== other.current) return false;
  if (one.elements.length !== other.elements.length) return false;
  return one.elements.every((element, at) => element === other.elements[at]);
}
