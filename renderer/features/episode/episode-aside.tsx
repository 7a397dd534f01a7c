import { ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import type { EpisodeView, PodcastRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ChapterList } from './chapter-list.tsx';
import { ExternalLink } from './external-link.tsx';
import { PersonList } from './person-list.tsx';

interface EpisodeAsideProps {
  readonly view: EpisodeView;
  readonly podcast: PodcastRow | null;
  readonly chapters: readonly Chapter[];
  /** No room beside the text: a button opens it instead. */
  readonly isFolded: boolean;
}

/** Chapters, people and links, beside the text. */
export function EpisodeAside({ view, podcast, chapters, isFolded }: EpisodeAsideProps): ReactNode {
  const { t } = useTranslation();
  const listed = chapters.filter((chapter) => chapter.listed);
  const persons = view.detail?.persons.length ? view.detail.persons : (podcast?.persons ?? []);
  const links = linksOf(view, podcast, { page: t('episode.webPage'), support: t('episode.support') });
  if (listed.length === 0 && persons.length === 0 && links.length === 0) return null;
  const parts = (
    <>
      {listed.length > 0 && <ChapterList episodeId={view.episode.id} chapters={listed} />}
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
        <Button icon={<ListTree />}>
          {listed.length > 0 ? t('episode.chapters') : t('episode.details')}
        </Button>
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
