import { Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FilterChips } from '../../episode-list/filter-chips.tsx';
import { FilteredEpisodes } from '../../episode-list/filtered-episodes.tsx';
import { useFilteredList } from '../../episode-list/use-filtered-list.ts';
import { listByCategory } from '../../library/episodes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const filters = ['all', 'unplayed', 'downloaded', 'short'] as const;

/** Everything in one category, across all shows. */
export function CategoryPage({ category }: { readonly category: string }) {
  const { t } = useTranslation();
  const { filter, setFilter, shown } = useFilteredList(category, (page) => listByCategory(category, page));
  return (
    <div className="page">
      <h1 className="page-title">{category}</h1>
      <div className="page-tools">
        <FilterChips filters={filters} chosen={filter} onChoose={setFilter} />
      </div>
      {shown?.items.length === 0 && (
        <EmptyState icon={<Tag />} title={t('category.empty')} text={t('category.emptyText')} />
      )}
      {shown !== null && shown.items.length > 0 && <FilteredEpisodes {...shown} />}
    </div>
  );
}
