import { LibraryBig, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { listPodcasts } from '../../library/podcasts.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import './shows-page.css';

export interface ShowsPageProps {
  readonly onAddShow: () => void;
}

export function ShowsPage({ onAddShow }: ShowsPageProps) {
  const { t } = useTranslation();
  const podcasts = useLiveQuery('podcasts', listPodcasts);
  const add = (
    <Button icon={<Plus />} onClick={onAddShow}>
      {t('nav.addShow')}
    </Button>
  );
  return (
    <div className="page">
      <header className="shows-head">
        <h1 className="page-title">{t('shows.title')}</h1>
        {podcasts !== undefined && podcasts.length > 0 && add}
      </header>
      {podcasts?.length === 0 && (
        <EmptyState icon={<LibraryBig />} title={t('shows.empty')} text={t('shows.emptyText')}>
          {add}
        </EmptyState>
      )}
      <ul className="shows-grid" aria-label={t('shows.title')}>
        {podcasts?.map((podcast) => (
          <Show key={podcast.id} podcast={podcast} />
        ))}
      </ul>
    </div>
  );
}

function Show({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link href={`/show/${podcast.id}`} className="shows-show">
        <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
        <strong lang={podcast.language}>{podcast.title}</strong>
        <span className="shows-show-author">
          {podcast.author ?? t('common.episodes', { count: podcast.episodeCount })}
        </span>
        {podcast.newCount > 0 && (
          <span className="shows-show-new">{t('shows.newCount', { count: podcast.newCount })}</span>
        )}
      </Link>
    </li>
  );
}
