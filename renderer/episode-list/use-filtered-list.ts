import { useState } from 'react';
import type { EpisodeListItem } from '../library/rows.ts';
import type { EpisodeFilter } from './episode-filter.ts';
import type { FilteredEpisodesProps } from './filtered-episodes.tsx';
import { useGrowingList } from './use-growing-list.ts';

interface FilteredList {
  readonly filter: EpisodeFilter;
  readonly setFilter: (filter: EpisodeFilter) => void;
  /** For `FilteredEpisodes`; `null` until the first rows are read. */
  readonly shown: FilteredEpisodesProps | null;
}

/** A growing list and the filter chosen for it. `key` names the list. */
export function useFilteredList(
  key: string,
  read: (page: { limit: number }) => Promise<EpisodeListItem[]>,
): FilteredList {
  const [filter, setFilter] = useState<EpisodeFilter>('all');
  const { items, mayGrow, grow, growWhole } = useGrowingList(key, read);
  if (items === undefined) return { filter, setFilter, shown: null };
  const onShowAll = () => setFilter('all');
  return {
    filter,
    setFilter,
    shown: { items, filter, mayGrow, onGrow: grow, onGrowWhole: growWhole, onShowAll },
  };
}
