import { Highlighter, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { filterHighlights } from '../../../core/highlights/filter-highlights.ts';
import { compareInEpisode } from '../../../core/highlights/highlight.ts';
import { listAllHighlights } from '../../library/highlights.ts';
import type { HighlightRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { ExportMenu } from './export-menu.tsx';
import { HighlightFilters } from './highlight-filters.tsx';
import { HighlightList } from './highlight-list.tsx';
import { changePageFilter, isFiltering, usePageFilter } from './page-filter.ts';
import type { PageFilter } from './page-filter.ts';
import './highlights-page.css';

/** Every marked place of every show: found, read, mended, saved; also of episodes that are gone. */
export function HighlightsPage(): ReactNode {
  const { t } = useTranslation();
  const filter = usePageFilter();
  const found = useLiveQuery('all highlights', listAllHighlights);
  // Letters typed into the field come first, thousands of rows after them.
  const inForce = useDeferredValue(filter);
  const all = found?.highlights;
  const shown = useMemo(() => inOrder(filterHighlights(all ?? [], inForce), inForce), [all, inForce]);
  return (
    <div className="page">
      <h1 className="page-title">{t('highlights.title')}</h1>
      {found?.highlights.length === 0 && (
        <EmptyState icon={<Highlighter />} title={t('highlights.empty')} text={t('highlights.emptyText')} />
      )}
      {found !== undefined && found.highlights.length > 0 && (
        <>
          <HighlightFilters all={found.highlights} filter={filter} onChange={changePageFilter} />
          <div className="page-tools">
            <span role="status">{t('nav.highlightCount', { count: shown.length })}</span>
            <span className="page-tools-end">
              <ExportMenu highlights={shown} />
            </span>
          </div>
          {shown.length === 0 && (
            <EmptyState icon={<SearchX />} title={t('highlights.nothing')} text={t('highlights.nothingText')}>
              {isFiltering(filter) && (
                <Button onClick={() => changePageFilter({ byEpisode: filter.byEpisode })}>
                  {t('filter.showEverything')}
                </Button>
              )}
            </EmptyState>
          )}
          {shown.length > 0 && (
            <HighlightList
              highlights={shown}
              presentEpisodes={found.presentEpisodes}
              byEpisode={inForce.byEpisode}
            />
          )}
        </>
      )}
    </div>
  );
}

/** Newest first; by episode: the episode marked last first, each in its own order. */
function inOrder(newestFirst: readonly HighlightRow[], { byEpisode }: PageFilter): readonly HighlightRow[] {
  if (!byEpisode) return newestFirst;
  const rank = new Map<string, number>();
  for (const { episodeId } of newestFirst) if (!rank.has(episodeId)) rank.set(episodeId, rank.size);
  const rankOf = ({ episodeId }: HighlightRow): number => rank.get(episodeId) ?? 0;
  return newestFirst.toSorted((a, b) => rankOf(a) - rankOf(b) || compareInEpisode(a, b));
}
