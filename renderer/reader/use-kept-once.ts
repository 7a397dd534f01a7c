import { useEffect, useMemo, useRef } from 'react';
import type { HighlightAnchor } from '../../core/highlights/highlight.ts';
import { keepHighlight } from '../highlights/keep-highlight.ts';
import type { Marking } from '../highlights/keep-highlight.ts';
import type { HighlightRow } from '../library/rows.ts';

type Keeping = Promise<HighlightRow | null>;

export interface KeptOnce {
  /** The highlight of these words that is being kept; null where none is. */
  readonly inHand: (anchor: HighlightAnchor) => Keeping | null;
  readonly keep: (marking: Marking) => Keeping;
}

/** Remembers what is being kept until the marks show it: a key pressed twice within that moment means one highlight. */
export function useKeptOnce(highlights: readonly HighlightRow[]): KeptOnce {
  const keeping = useRef(new Map<string, Keeping>());
  useEffect(() => {
    const shown = new Set(highlights.map(({ id }) => id));
    for (const [place, kept] of keeping.current) {
      void kept.then((row) => row !== null && shown.has(row.id) && keeping.current.delete(place));
    }
  }, [highlights]);
  return useMemo(
    () => ({
      inHand: (anchor) => keeping.current.get(placeOf(anchor)) ?? null,
      keep: async (marking) => {
        const place = placeOf(marking.anchor);
        const kept = keepHighlight(marking);
        keeping.current.set(place, kept);
        if ((await kept) === null) keeping.current.delete(place);
        return kept;
      },
    }),
    [],
  );
}

function placeOf({ share, quote }: HighlightAnchor): string {
  return `${share} ${quote}`;
}
