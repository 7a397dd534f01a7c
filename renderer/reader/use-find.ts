import { useEffect, useRef, useState } from 'react';
import { findInTranscript } from '../../core/transcript/find.ts';
import type { Hit } from '../../core/transcript/find.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { inSlices } from '../library/in-slices.ts';

interface Found {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Index of the hit in view, -1 when there is none. */
  readonly current: number;
  /** A long text is still being looked through. */
  readonly isSearching: boolean;
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

const nothing: Found = { query: '', hits: [], current: -1, isSearching: false };

/** The hits of a query in the text, and one of them at a time. Each letter typed gives up the search before it. */
export function useFind({ transcript, firstInView, onHit }: FindOptions): Find {
  const [found, setFound] = useState(nothing);
  const search = useRef(new AbortController());
  const searched = useRef(transcript);
  useEffect(() => () => search.current.abort(), []);
  const goTo = (next: Found): void => {
    setFound(next);
    const hit = next.hits[next.current];
    if (hit !== undefined) onHit(hit);
  };
  const find = async (query: string, { moves = true } = {}): Promise<void> => {
    search.current.abort();
    const { signal } = (search.current = new AbortController());
    setFound({ ...nothing, query, isSearching: true });
    const hits = (await inSlices(findInTranscript(transcript, query), signal)).flat();
    if (signal.aborted) return;
    const from = firstInView();
    const ahead = hits.findIndex((hit) => hit.paragraph >= from);
    const next = { query, hits, current: hits.length === 0 ? -1 : Math.max(0, ahead), isSearching: false };
    if (moves) goTo(next);
    else setFound(next);
  };
  // A match with the sound may part the text otherwise, and the hits would be of other words. The page stays where it is.
  useEffect(() => {
    if (searched.current === transcript) return;
    searched.current = transcript;
    if (found.query !== '') void find(found.query, { moves: false });
  });
  return {
    ...found,
    setQuery: (query) => void find(query),
    step: (by) => {
      const { hits, current } = found;
      if (hits.length > 0) goTo({ ...found, current: (current + by + hits.length) % hits.length });
    },
  };
}
