import { useState } from 'react';
import type { EpisodeListItem } from '../library/rows.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';

export const firstRows = 100;

/** How far each list was read: coming back to a place deep in it needs as many rows. */
const readBefore = new Map<string, number>();

interface GrowingList {
  /** `undefined` until the first rows are read. */
  readonly items: EpisodeListItem[] | undefined;
  /** Whether there may be more than is here. */
  readonly mayGrow: boolean;
  readonly grow: () => void;
  /** Reads all there is: End was pressed. */
  readonly growWhole: () => void;
}

/** Under this name the first rows of a list can be read ahead. */
export function listName(key: string, limit = firstRows): string {
  return `list ${key} ${limit}`;
}

/** Reads the beginning of a long list, and twice as much whenever its end comes near. `key` names the list. */
export function useGrowingList(
  key: string,
  read: (page: { limit: number }) => Promise<EpisodeListItem[]>,
): GrowingList {
  const [limit, setLimit] = useState(() => readBefore.get(key) ?? firstRows);
  const items = useLiveQuery(listName(key, limit), () => read({ limit }));
  /** The rows there were when more were asked for: they stand until the answer comes. */
  const [grownFrom, setGrownFrom] = useState<EpisodeListItem[] | null>(null);
  const isGrowing = items === grownFrom;
  const mayGrow = items !== undefined && (isGrowing || items.length >= limit);
  const growTo = (next: number) => {
    if (!mayGrow || next <= limit) return;
    readBefore.set(key, next);
    setGrownFrom(items);
    setLimit(next);
  };
  const grow = () => {
    if (!isGrowing) growTo(limit * 2);
  };
  const growWhole = () => growTo(Number.POSITIVE_INFINITY);
  return { items, mayGrow, grow, growWhole };
}
