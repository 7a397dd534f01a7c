import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import { play } from '../../player/playback-commands.ts';
import { clock } from '../../words/format.ts';
import { useCurrentChapter } from './use-current-chapter.ts';

interface ChapterListProps {
  readonly episodeId: string;
  /** In order of their starts. */
  readonly chapters: readonly Chapter[];
}

/** Each chapter plays from its beginning; the one playing is marked. */
export function ChapterList({ episodeId, chapters }: ChapterListProps): ReactNode {
  const { t } = useTranslation();
  const current = useCurrentChapter(episodeId, chapters);
  return (
    <section>
      <h2>{t('episode.chapters')}</h2>
      <ol className="chapters">
        {chapters.map((chapter, index) => (
          <li key={`${chapter.startMs} ${chapter.title}`}>
            <button
              type="button"
              className="chapter"
              aria-current={index === current || undefined}
              onClick={() => void play(episodeId, { atMs: chapter.startMs })}
            >
              <time>{clock(chapter.startMs)}</time>
              <span>{chapter.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
