import { ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import type { EpisodeView, PodcastRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { AudioVersions } from './audio-versions.tsx';
import { ChapterList } from './chapter-list.tsx';
import { ExternalLink } from './external-link.tsx';
import { PersonList } from './person-list.tsx';

interface EpisodeAsideProps {
  readonly view: EpisodeView;
  readonly podcast: PodcastRow | null;
  readonly chapters: readonly Chapter[];
  /** The list of marked places, put in by the app; draws nothing while there are none. */
  readonly highlights: ReactNode;
  /** The list of kept places, put in by the app. */
  readonly bookmarks: ReactNode;
  /** No room beside the text: a button opens it instead. */
  readonly isFolded: boolean;
}

/** Chapters, kept places, people, links and versions of the audio, beside the text. */
export function EpisodeAside(props: EpisodeAsideProps): ReactNode {
  const { view, podcast, chapters, highlights, bookmarks, isFolded } = props;
  const { t } = useTranslation();
  const hasChapters = chapters.some((chapter) => chapter.listed || chapter.imageUrl !== undefined);
  const hasAudio = view.episode.enclosure !== undefined;
  const persons = view.detail?.persons.length ? view.detail.persons : (podcast?.persons ?? []);
  const links = linksOf(view, podcast, { page: t('episode.webPage'), support: t('episode.support') });
  if (!hasAudio && !hasChapters && persons.length === 0 && links.length === 0) return null;
  const parts = (
    <>
      {hasChapters && <ChapterList view={view} chapters={chapters} />}
      {highlights}
      {hasAudio && bookmarks}
      {persons.length > 0 && <PersonList persons={persons} feedUrl={view.podcast.feedUrl} />}
      {links.length > 0 && (
        <section>
          <h2>{t('episode.links')}</h2>
          {links.map(({ url, text }) => (
            <ExternalLink key={url} href={url} className="aside-link">
              {text}
            </ExternalLink>
          ))}
        </section>
      )}
      <AudioVersions view={view} />
    </>
  );
  if (!isFolded) {
    return (
      <aside className="episode-aside" aria-label={t('episode.aside')}>
        {parts}
      </aside>
    );
  }
  return (
    <Popover
      label={t('episode.aside')}
      trigger={
        <Button icon={<ListTree />}>{hasChapters ? t('episode.chapters') : t('episode.details')}</Button>
      }
    >
      <div className="episode-aside-folded">{parts}</div>
    </Popover>
  );
}

interface NamedLink {
  readonly url: string;
  readonly text: string;
}

function linksOf(
  { episode }: EpisodeView,
  podcast: PodcastRow | null,
  names: { readonly page: string; readonly support: string },
): NamedLink[] {
  const page = episode.link === undefined ? [] : [{ url: episode.link, text: names.page }];
  const fundings = (podcast?.fundings ?? []).map(({ url, text }) => ({ url, text: text || names.support }));
  return [...page, ...fundings];
}
