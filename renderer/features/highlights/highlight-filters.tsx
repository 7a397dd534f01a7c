import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { highlightColours } from '../../../core/highlights/highlight.ts';
import { distinctTags } from '../../../core/highlights/read-tags.ts';
import type { HighlightRow } from '../../library/rows.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import type { PageFilter } from './page-filter.ts';
import '../../ui/field.css';

interface HighlightFiltersProps {
  readonly all: readonly HighlightRow[];
  readonly filter: PageFilter;
  readonly onChange: (filter: PageFilter) => void;
}

/** Text, show, tag, colour, and the order. */
export function HighlightFilters({ all, filter, onChange }: HighlightFiltersProps): ReactNode {
  const { t, i18n } = useTranslation();
  const shows = useMemo(() => showsOf(all, i18n.language), [all, i18n.language]);
  const tags = useMemo(
    () => distinctTags(new Set(all.flatMap((highlight) => highlight.tags)), i18n.language),
    [all, i18n.language],
  );
  const anything = { value: undefined, label: t('filter.all') };
  const colours = highlightColours.map((value) => ({ value, label: t(`highlights.colours.${value}`) }));
  return (
    <div className="highlight-filters" role="search" aria-label={t('filter.label')}>
      <input
        type="search"
        className="field"
        spellCheck={false}
        aria-label={t('highlights.find')}
        placeholder={t('highlights.find')}
        value={filter.text ?? ''}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Labelled words={t('highlights.show')}>
        <Select
          label={t('highlights.show')}
          value={filter.feedKey}
          options={[anything, ...shows]}
          onChange={(feedKey) => onChange({ ...filter, feedKey, episodeId: undefined })}
        />
      </Labelled>
      {tags.length > 0 && (
        <Labelled words={t('highlights.tag')}>
          <Select
            label={t('highlights.tag')}
            value={filter.tag}
            options={[anything, ...tags.map((tag) => ({ value: tag, label: tag }))]}
            onChange={(tag) => onChange({ ...filter, tag })}
          />
        </Labelled>
      )}
      <Labelled words={t('highlights.colour')}>
        <Select
          label={t('highlights.colour')}
          value={filter.colour}
          options={[anything, ...colours]}
          onChange={(colour) => onChange({ ...filter, colour })}
        />
      </Labelled>
      <OrderChoice filter={filter} onChange={onChange} />
    </div>
  );
}

function OrderChoice({ filter, onChange }: Omit<HighlightFiltersProps, 'all'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('highlights.order')}
      value={filter.byEpisode ? 'episode' : 'newest'}
      options={[
        { value: 'newest', label: t('highlights.newest') },
        { value: 'episode', label: t('highlights.byEpisode') },
      ]}
      onChange={(order) => onChange({ ...filter, byEpisode: order === 'episode' })}
    />
  );
}

function Labelled({ words, children }: { readonly words: string; readonly children: ReactNode }): ReactNode {
  return (
    <span className="highlight-filter">
      <span aria-hidden="true">{words}</span>
      {children}
    </span>
  );
}

function showsOf(
  all: readonly HighlightRow[],
  language: string,
): { value: string | undefined; label: string }[] {
  const titles = new Map(all.map(({ origin }) => [origin.feedKey, origin.show]));
  const shows = [...titles].map(([value, label]) => ({ value, label }));
  return shows.sort((a, b) => a.label.localeCompare(b.label, language));
}
