import { Inbox, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FilterChips } from '../../episode-list/filter-chips.tsx';
import { FilteredEpisodes } from '../../episode-list/filtered-episodes.tsx';
import { useFilteredList } from '../../episode-list/use-filtered-list.ts';
import { countNew, listNewEpisodes } from '../../library/episodes.ts';
import { listPodcasts } from '../../library/podcasts.ts';
import { refreshAll } from '../../library/refresh-feed.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { ago } from '../../words/format.ts';
import { refreshWords } from '../../words/refresh-words.ts';

const filters = ['all', 'downloaded', 'started', 'short'] as const;

/** New episodes of all shows, newest first. */
export function NewPage() {
  const { t } = useTranslation();
  const { filter, setFilter, shown } = useFilteredList('new', listNewEpisodes);
  const count = useLiveQuery('new-count', countNew);
  return (
    <div className="page">
      <h1 className="page-title">{t('new.title')}</h1>
      <div className="page-tools">
        <FilterChips filters={filters} chosen={filter} onChoose={setFilter} />
        <Freshness count={count} />
      </div>
      {shown?.items.length === 0 && (
        <EmptyState icon={<Inbox />} title={t('new.empty')} text={t('new.emptyText')}>
          <Link href="/shows" className="button button-plain">
            {t('new.toShows')}
          </Link>
        </EmptyState>
      )}
      {shown !== null && shown.items.length > 0 && <FilteredEpisodes {...shown} total={count} byDay />}
    </div>
  );
}

/** How many there are, how fresh they are, and a button to ask again. */
function Freshness({ count }: { readonly count: number | undefined }) {
  const { t, i18n } = useTranslation();
  const [isRefreshing, setRefreshing] = useState(false);
  const [askedAt, setAskedAt] = useState(0);
  const podcasts = useLiveQuery('podcasts', listPodcasts) ?? [];
  const at = Math.max(askedAt, ...podcasts.map((podcast) => podcast.refreshedAt ?? podcast.subscribedAt));
  const when = ago(t, { at, now: Date.now(), language: i18n.language });
  const parts = [
    count === undefined ? '' : t('common.episodes', { count }),
    at > 0 ? t('new.refreshed', { when }) : '',
  ].filter((part) => part !== '');
  const refresh = async () => {
    setRefreshing(true);
    const counts = await refreshAll();
    if (counts.refreshed > 0) setAskedAt(Date.now());
    if (counts.failed + counts.offline > 0) notify({ tone: 'info', title: refreshWords(t, counts) });
    setRefreshing(false);
  };
  return (
    <div className="page-tools-end">
      <span role="status">{isRefreshing ? t('new.refreshing') : parts.join(' · ')}</span>
      <IconButton label={t('new.refresh')} disabled={isRefreshing} onClick={() => void refresh()}>
        <RefreshCw className={isRefreshing ? 'turning' : ''} />
      </IconButton>
    </div>
  );
}
