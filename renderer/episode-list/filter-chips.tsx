import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chip.tsx';
import type { EpisodeFilter } from './episode-filter.ts';

export interface FilterChipsProps {
  readonly filters: readonly EpisodeFilter[];
  readonly chosen: EpisodeFilter;
  readonly onChoose: (filter: EpisodeFilter) => void;
}

/** Filters above a list; one is in force. */
export function FilterChips({ filters, chosen, onChoose }: FilterChipsProps) {
  const { t } = useTranslation();
  return (
    <div className="filter-chips" role="group" aria-label={t('filter.label')}>
      {filters.map((filter) => (
        <Chip key={filter} chosen={filter === chosen} onClick={() => onChoose(filter)}>
          {t(`filter.${filter}`)}
        </Chip>
      ))}
    </div>
  );
}
