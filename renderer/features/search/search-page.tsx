import { Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { EpisodeList } from '../../episode-list/episode-list.tsx';
import { findEpisodes } from '../../library/episodes.ts';
import { listPodcasts } from '../../library/podcasts.ts';
import type { EpisodeListItem, PodcastRow } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import './search-page.css';

const most = 300;

interface Found {
  readonly text: string;
  readonly podcasts: readonly PodcastRow[];
  readonly episodes: readonly EpisodeListItem[];
}

/** What the library holds of the text typed. */
export function SearchPage({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const wanted = useDeferredValue(text.trim());
  const found = useLiveQuery(`search ${wanted}`, () => find(wanted));
  const isEmpty = found?.episodes.length === 0 && found.podcasts.length === 0;
  if (wanted === '') {
    return (
      <div className="page">
        <h1 className="page-title">{t('search.title')}</h1>
        <EmptyState icon={<Search />} title={t('search.start')} text={t('search.startText')} />
      </div>
    );
  }
  return (
    <div className="page">
      <h1 className="page-title">{isEmpty ? t('search.title') : t('search.results', { text: wanted })}</h1>
      <p className="search-count" role="status">
        {found !== undefined && !isEmpty && t('common.episodes', { count: found.episodes.length })}
      </p>
      {isEmpty && (
        <EmptyState
          icon={<Search />}
          title={t('search.nothing', { text: found.text })}
          text={t('search.nothingText')}
        />
      )}
      {found !== undefined && found.podcasts.length > 0 && <FoundShows podcasts={found.podcasts} />}
      {found !== undefined && found.episodes.length > 0 && <EpisodeList items={found.episodes} />}
    </div>
  );
}

async function find(text: string): Promise<Found> {
  if (text === '') return { text, podcasts: [], episodes: [] };
  const [podcasts, episodes] = await Promise.all([listPodcasts(), findEpisodes(text, most)]);
  const lower = text.toLocaleLowerCase();
  return {
    text,
    episodes,
    podcasts: podcasts.filter(({ title }) => title.toLocaleLowerCase().includes(lower)),
  };
}

function FoundShows({ podcasts }: { readonly podcasts: readonly PodcastRow[] }) {
  const { t } = useTranslation();
  return (
    <ul className="search-shows" aria-label={t('search.shows')}>
      {podcasts.map((podcast) => (
        <li key={podcast.id}>
          <Link href={`/show/${podcast.id}`}>
            <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
            {podcast.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
