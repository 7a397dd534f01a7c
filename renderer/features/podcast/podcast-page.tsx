import { LibraryBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FilterChips } from '../../episode-list/filter-chips.tsx';
import { FilteredEpisodes } from '../../episode-list/filtered-episodes.tsx';
import { useFilteredList } from '../../episode-list/use-filtered-list.ts';
import { listEpisodes } from '../../library/episodes.ts';
import { getPodcast } from '../../library/podcasts.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { PodcastHead } from './podcast-head.tsx';
import './podcast-page.css';

const filters = ['all', 'unplayed', 'downloaded', 'started', 'short'] as const;

/** One show and all its episodes. */
export function PodcastPage({ podcastId }: { readonly podcastId: string }) {
  const { t } = useTranslation();
  const podcast = useLiveQuery(`podcast ${podcastId}`, () => getPodcast(podcastId));
  if (podcast === undefined) return null;
  if (podcast === null) {
    return (
      <div className="page">
        <EmptyState icon={<LibraryBig />} title={t('podcast.missing')} text={t('podcast.missingText')} />
      </div>
    );
  }
  return (
    <div className="page">
      <PodcastHead podcast={podcast} />
      <Episodes podcast={podcast} />
    </div>
  );
}

function Episodes({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const { filter, setFilter, shown } = useFilteredList(podcast.id, (page) => listEpisodes(podcast.id, page));
  if (shown === null) return null;
  if (shown.items.length === 0) {
    return <EmptyState icon={<LibraryBig />} title={t('podcast.empty')} text={t('podcast.emptyText')} />;
  }
  return (
    <>
      <div className="page-tools">
        <FilterChips filters={filters} chosen={filter} onChoose={setFilter} />
        <span className="page-tools-end">{t('common.episodes', { count: podcast.episodeCount })}</span>
      </div>
      <FilteredEpisodes {...shown} total={podcast.episodeCount} ofOneShow />
    </>
  );
}
