import { useEffect, useState } from 'react';
import { findInTranscript } from '../../core/transcript/find.ts';
import type { Hit } from '../../core/transcript/find.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { textRange } from './text-range.ts';

interface Found {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Index of the hit in view, -1 when there is none. */
  readonly current: number;
}

export interface Find extends Found {
  /** Typing goes to the first hit from where the reader is. */
  readonly setQuery: (query: string) => void;
  /** Goes round at both ends. */
  readonly step: (by: 1 | -1) => void;
}

interface FindOptions {
  readonly transcript: Transcript;
  /** The first paragraph in view. */
  readonly firstInView: () => number;
  readonly onHit: (hit: Hit) => void;
}

const nothing: Found = { query: '', hits: [], current: -1 };

/** The hits of a query in the text, and one of them at a time. */
export function useFind({ transcript, firstInView, onHit }: FindOptions): Find {
  const [found, setFound] = useState(nothing);
  const goTo = (next: Found): void => {
    setFound(next);
    const hit = next.hits[next.current];
    if (hit !== undefined) onHit(hit);
  };
  return {
    ...found,
    setQuery: (query) => {
      const hits = findInTranscript(transcript, query);
      const from = firstInView();
      const ahead = hits.findIndex((hit) => hit.paragraph >= from);
      goTo({ query, hits, current: hits.length === 0 ? -1 : Math.max(0, ahead) });
    },
    step: (by) => {
      const { hits, current } = found;
      if (hits.length > 0) goTo({ ...found, current: (current + by + hits.length) % hits.length });
    },
  };
}

const allName = 'reader-found';
const currentName = 'reader-found-current';

/** Paints the hits that are in the document, after each drawing of the rows. The text itself stays as it is. */
export function useFoundHighlights(root: HTMLElement | null, hits: readonly Hit[], current: number): void {
  useEffect(() => {
    if (root === null) return;
    const shown = new Set<number>();
    for (const element of root.querySelectorAll<HTMLElement>('[data-paragraph]')) {
      shown.add(Number(element.dataset.paragraph));
    }
    const all = new Highlight();
    const here = new Highlight();
    for (const [index, hit] of hits.entries()) {
      const range = shown.has(hit.paragraph) ? textRange(root, hit) : null;
      if (range !== null) (index === current ? here : all).add(range);
    }
    CSS.highlights.set(allName, all);
    CSS.highlights.set(currentName, here);
    return () => {
      CSS.highlights.delete(allName);
      CSS.highlights.delete(currentName);
    };
  });
}
