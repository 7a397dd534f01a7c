import { ExternalLink } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { linksOfChapter } from '../../../core/chapters/links-of-chapter.ts';
import type { Chapter } from '../../../core/feed/feed.ts';
import { getEpisodeSettings } from '../../library/podcast-settings.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { skipChapter } from '../../player/chapter-commands.ts';
import { play } from '../../player/playback-commands.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { clock } from '../../words/format.ts';
import { ChapterPictures } from './chapter-pictures.tsx';
import { LinkQuestion } from './link-question.tsx';
import { tellFailure } from './tell-failure.ts';
import { useChapterLink } from './use-chapter-link.ts';
import { useCurrentChapter } from './use-current-chapter.ts';
import './chapters.css';

interface ChapterListProps {
  readonly view: EpisodeView;
  /** In order of their starts; those that are not listed lend their links to the chapter around them. */
  readonly chapters: readonly Chapter[];
}

/** Each chapter plays from its beginning, or is left out; the one playing is marked. */
export function ChapterList({ view, chapters }: ChapterListProps): ReactNode {
  const { t } = useTranslation();
  const { id } = view.episode;
  const listed = useMemo(() => chapters.filter((chapter) => chapter.listed), [chapters]);
  const current = useCurrentChapter(id, listed);
  const settings = useLiveQuery(`episode settings ${id}`, () => getEpisodeSettings(id));
  const { asked, follow, answer } = useChapterLink(view);
  return (
    <section>
      <h2>{t('episode.chapters')}</h2>
      <ol className="chapters">
        {listed.map((chapter, index) => (
          <ChapterItem
            key={`${chapter.startMs} ${chapter.title}`}
            episodeId={id}
            chapter={chapter}
            links={linksOfChapter(chapters, chapter)}
            isCurrent={index === current}
            isSkipped={settings?.skippedChapters?.includes(chapter.startMs) ?? false}
            onLink={follow}
          />
        ))}
      </ol>
      <ChapterPictures view={view} chapters={chapters} />
      <LinkQuestion asked={asked} onAnswer={answer} />
    </section>
  );
}

interface ChapterItemProps {
  readonly episodeId: string;
  readonly chapter: Chapter;
  readonly links: readonly string[];
  readonly isCurrent: boolean;
  readonly isSkipped: boolean;
  readonly onLink: (url: string) => void;
}

function ChapterItem(props: ChapterItemProps): ReactNode {
  const { t } = useTranslation();
  const { episodeId, chapter, links, isCurrent, isSkipped, onLink } = props;
  const { startMs, title } = chapter;
  const skip = async (skipped: boolean): Promise<void> =>
    tellFailure(await skipChapter(episodeId, { startMs, skipped }));
  return (
    <li className="chapter" data-current={isCurrent || undefined} data-skipped={isSkipped || undefined}>
      <button
        type="button"
        className="chapter-place"
        aria-current={isCurrent || undefined}
        onClick={() => void play(episodeId, { atMs: startMs })}
      >
        <time>{clock(startMs)}</time>
        <span>{title}</span>
      </button>
      {links.map((url) => (
        <IconButton
          key={url}
          size="small"
          label={t('episode.chapterLink')}
          hint={url}
          onClick={() => onLink(url)}
        >
          <ExternalLink />
        </IconButton>
      ))}
      <Checkbox
        aria-label={t('episode.skipChapter', { title })}
        data-tooltip={t('episode.skipChapter', { title })}
        checked={!isSkipped}
        onChange={(isHeard) => void skip(!isHeard)}
      />
    </li>
  );
}
