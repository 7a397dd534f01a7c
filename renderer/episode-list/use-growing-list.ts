import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { EpisodeListItem } from '../library/rows.ts';

const firstRows = 100;

interface GrowingList {
  /** `undefined` until the first rows are read. */
  readonly items: EpisodeListItem[] | undefined;
  /** Whether there may be more than is here. */
  readonly mayGrow: boolean;
  readonly grow: () => void;
}

/** Reads the beginning of a long list, and twice as much whenever its end comes near. `key` names the list. */
export function useGrowingList(
  key: string,
  read: (page: { limit: number }) => Promise<EpisodeListItem[]>,
): GrowingList {
  const [limit, setLimit] = useState(firstRows);
  const items = useLiveQuery(() => read({ limit }), [key, limit]);
  const mayGrow = items !== undefined && items.length >= limit;
  const grow = () => {
    if (mayGrow) setLimit(limit * 2);
  };
  return { items, mayGrow, grow };
}
