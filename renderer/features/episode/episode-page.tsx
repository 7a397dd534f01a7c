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
import { EpisodeWords } from './episode-words.tsx';
import { RelatedEpisodes } from './related-episodes.tsx';
import { useChapters } from './use-chapters.ts';
import { useIsLate } from './use-is-late.ts';
import { useMediaQuery } from './use-media-query.ts';
import { Waiting } from './waiting.tsx';
import './episode.css';

export interface EpisodePageProps {
  readonly episodeId: string;
}

/** One episode: what it is, what can be done with it, its words, and where to go from here. */
export function EpisodePage({ episodeId }: EpisodePageProps): ReactNode {
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
  return <Episode key={episodeId} view={found.view} podcast={found.podcast} />;
}

interface EpisodeProps {
  readonly view: EpisodeView;
  readonly podcast: PodcastRow | null;
}

function Episode({ view, podcast }: EpisodeProps): ReactNode {
  const isNarrow = useMediaQuery('(max-width: 999px)');
  const chapters = useChapters(view);
  const [floor, setFloor] = useState<HTMLElement | null>(null);
  const aside = <EpisodeAside view={view} podcast={podcast} chapters={chapters} isFolded={isNarrow} />;
  return (
    <div className="episode">
      <div className="episode-column">
        <EpisodeHeader view={view} />
        <EpisodeActions view={view}>{isNarrow && aside}</EpisodeActions>
        <EpisodeWords view={view} chapters={chapters} floor={floor} />
        <RelatedEpisodes view={view} />
        <div ref={setFloor} className="episode-floor" />
      </div>
      {!isNarrow && aside}
    </div>
  );
}
