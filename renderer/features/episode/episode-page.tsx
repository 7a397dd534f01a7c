import { FileQuestion } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getEpisode } from '../../library/episodes.ts';
import { getPodcast } from '../../library/podcasts.ts';
import type { EpisodeView, PodcastRow } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { EpisodeActions } from './episode-actions.tsx';
import { EpisodeAside } from './episode-aside.tsx';
import { EpisodeHeader } from './episode-header.tsx';
import { EpisodePicture } from './episode-picture.tsx';
import { EpisodeWords } from './episode-words.tsx';
import { RelatedEpisodes } from './related-episodes.tsx';
import { useChapters } from './use-chapters.ts';
import { useIsLate } from './use-is-late.ts';
import { useMediaQuery } from './use-media-query.ts';
import { Waiting } from './waiting.tsx';
import './episode.css';

export interface EpisodePageProps {
  readonly episodeId: string;
  /** The list of marked places, put in by the app. */
  readonly highlights: ReactNode;
  /** The list of kept places, put in by the app. */
  readonly bookmarks: ReactNode;
}

/** One episode: what it is, what can be done with it, its words, and where to go from here. */
export function EpisodePage({ episodeId, highlights, bookmarks }: EpisodePageProps): ReactNode {
  const { t } = useTranslation();
  const found = useLiveQuery(`episode ${episodeId}`, async () => {
    const view = await getEpisode(episodeId);
    return { view, podcast: view === null ? null : await getPodcast(view.podcast.id) };
  });
  const isLate = useIsLate(found === undefined);
  if (found === undefined) return isLate ? <Waiting label={t('episode.loading')} /> : null;
  if (found.view === null) {
    return (
      <EmptyState icon={<FileQuestion />} title={t('episode.missing')} text={t('episode.missingText')} />
    );
  }
  const { view, podcast } = found;
  return <Episode key={episodeId} {...{ podcast, highlights, bookmarks }} view={view} />;
}

interface EpisodeProps {
  readonly view: EpisodeView;
  readonly podcast: PodcastRow | null;
  readonly highlights: ReactNode;
  readonly bookmarks: ReactNode;
}

function Episode({ view, podcast, highlights, bookmarks }: EpisodeProps): ReactNode {
  const isNarrow = useMediaQuery('(max-width: 999px)');
  const chapters = useChapters(view);
  const [floor, setFloor] = useState<HTMLElement | null>(null);
  const aside = <EpisodeAside {...{ view, podcast, chapters, highlights, bookmarks }} isFolded={isNarrow} />;
  return (
    <div className="episode">
      <div className="episode-column">
        <EpisodeHeader view={view} />
        <EpisodeActions view={view}>{isNarrow && aside}</EpisodeActions>
        <EpisodePicture view={view} />
        <EpisodeWords view={view} chapters={chapters} floor={floor} />
        <RelatedEpisodes view={view} />
        <div ref={setFloor} className="episode-floor" />
      </div>
      {!isNarrow && aside}
    </div>
  );
}
