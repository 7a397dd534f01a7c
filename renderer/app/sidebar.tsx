import { Download, Highlighter, Inbox, LibraryBig, ListMusic, Plus, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../episode-list/cover.tsx';
import { countNew } from '../library/episodes.ts';
import { countHighlights } from '../library/highlights.ts';
import { listPodcasts } from '../library/podcasts.ts';
import { countQueue } from '../library/queue.ts';
import type { PodcastRow } from '../library/rows.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { SearchBox } from './search-box.tsx';
import { podcastOfPath } from './use-accent.ts';
import { openAddShow } from './window-state.ts';
import './sidebar.css';

/** The library at the left edge; icons only where the window is narrow. */
export function Sidebar({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const newCount = useLiveQuery('new-count', countNew) ?? 0;
  const queueCount = useLiveQuery('queue-count', countQueue) ?? 0;
  const podcasts = useLiveQuery('podcasts', listPodcasts) ?? [];
  return (
    <nav className="sidebar" aria-label={t('nav.library')}>
      <SearchBox path={path} />
      <Place
        path={path}
        to="/new"
        icon={<Inbox />}
        name={t('nav.new')}
        count={newCount}
        says={t('nav.newCount', { count: newCount })}
      />
      <Place
        path={path}
        to="/queue"
        icon={<ListMusic />}
        name={t('nav.queue')}
        count={queueCount}
        says={t('nav.queueCount', { count: queueCount })}
      />
      <Place path={path} to="/downloads" icon={<Download />} name={t('nav.downloads')} />
      <HighlightsPlace path={path} />
      <h2 className="sidebar-heading">
        <Link
          href="/shows"
          title={t('nav.shows')}
          aria-label={t('nav.shows')}
          aria-current={path === '/shows' ? 'page' : undefined}
        >
          <LibraryBig />
          <span>{t('nav.shows')}</span>
        </Link>
      </h2>
      <div className="sidebar-shows">
        {podcasts.map((podcast) => (
          <Show key={podcast.id} podcast={podcast} isOpen={podcastOfPath(path) === podcast.id} />
        ))}
      </div>
      <div className="sidebar-end">
        <button
          type="button"
          className="sidebar-place"
          title={t('nav.addShow')}
          onClick={() => openAddShow()}
        >
          <Plus />
          <span>{t('nav.addShow')}</span>
        </button>
        <Place path={path} to="/settings" icon={<Settings />} name={t('nav.settings')} />
      </div>
    </nav>
  );
}

function HighlightsPlace({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const count = useLiveQuery('highlight-count', countHighlights) ?? 0;
  return (
    <Place
      path={path}
      to="/highlights"
      icon={<Highlighter />}
      name={t('nav.highlights')}
      count={count}
      says={t('nav.highlightCount', { count })}
    />
  );
}

interface PlaceProps {
  readonly path: string;
  readonly to: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly count?: number;
  /** The count in words. */
  readonly says?: string;
}

/** The count is drawn by CSS and described, never part of the name: the name stays the same whatever arrives. */
function Place({ path, to, icon, name, count = 0, says }: PlaceProps) {
  const id = useId();
  return (
    <Link
      href={to}
      className="sidebar-place"
      title={name}
      aria-label={name}
      aria-current={path === to ? 'page' : undefined}
      aria-describedby={count > 0 ? id : undefined}
      data-count={count > 0 ? count : undefined}
    >
      {icon}
      <span>{name}</span>
      {count > 0 && (
        <span id={id} hidden>
          {says}
        </span>
      )}
    </Link>
  );
}

function Show({ podcast, isOpen }: { readonly podcast: PodcastRow; readonly isOpen: boolean }) {
  return (
    <Link
      href={`/show/${podcast.id}`}
      className="sidebar-show"
      title={podcast.title}
      aria-current={isOpen ? 'page' : undefined}
      data-count={podcast.newCount > 0 ? podcast.newCount : undefined}
    >
      <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      <span>{podcast.title}</span>
    </Link>
  );
}
