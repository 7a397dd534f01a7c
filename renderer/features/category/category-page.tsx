import { Tag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeFilter } from '../../episode-list/episode-filter.ts';
import { FilterChips } from '../../episode-list/filter-chips.tsx';
import { FilteredEpisodes } from '../../episode-list/filtered-episodes.tsx';
import { useGrowingList } from '../../episode-list/use-growing-list.ts';
import { listByCategory } from '../../library/episodes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const filters = ['all', 'unplayed', 'downloaded', 'short'] as const;

/** Everything in one category, across all shows. */
export function CategoryPage({ category }: { readonly category: string }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<EpisodeFilter>('all');
  const { items, mayGrow, grow, growWhole } = useGrowingList(category, (page) =>
    listByCategory(category, page),
  );
  return (
    <div className="page">
      <h1 className="page-title">{category}</h1>
      <div className="page-tools">
        <FilterChips filters={filters} chosen={filter} onChoose={setFilter} />
      </div>
      {items?.length === 0 && (
        <EmptyState icon={<Tag />} title={t('category.empty')} text={t('category.emptyText')} />
      )}
      {items !== undefined && items.length > 0 && (
        <FilteredEpisodes
          items={items}
          filter={filter}
          mayGrow={mayGrow}
          onGrow={grow}
          onGrowWhole={growWhole}
          onShowAll={() => setFilter('all')}
        />
      )}
    </div>
  );
}
