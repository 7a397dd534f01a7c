import { ListFilter } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeListItem } from '../library/rows.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { EpisodeFilter } from './episode-filter.ts';
import { passesFilter } from './episode-filter.ts';
import { EpisodeList } from './episode-list.tsx';

export interface FilteredEpisodesProps {
  readonly items: readonly EpisodeListItem[];
  readonly filter: EpisodeFilter;
  readonly mayGrow: boolean;
  readonly onGrow: () => void;
  readonly onGrowWhole: () => void;
  readonly onShowAll: () => void;
  readonly total?: number | undefined;
  readonly byDay?: boolean;
  readonly ofOneShow?: boolean;
}

/** A list that reads on until the filter has let enough through. */
export function FilteredEpisodes(props: FilteredEpisodesProps) {
  const { items, filter, mayGrow, onGrow, onGrowWhole, onShowAll, total, ...look } = props;
  const { t } = useTranslation();
  const passing = filter === 'all' ? items : items.filter((item) => passesFilter(item, filter));
  const isThin = mayGrow && passing.length < 30;
  useEffect(() => {
    if (isThin) onGrow();
  }, [isThin, onGrow]);
  if (passing.length === 0 && items.length > 0 && !isThin) {
    return (
      <EmptyState icon={<ListFilter />} title={t('filter.nothing')} text={t('filter.nothingText')}>
        <Button onClick={onShowAll}>{t('filter.showEverything')}</Button>
      </EmptyState>
    );
  }
  return (
    <EpisodeList
      items={passing}
      total={filter === 'all' ? total : undefined}
      onEndNear={onGrow}
      onWhole={mayGrow ? onGrowWhole : undefined}
      {...look}
    />
  );
}
