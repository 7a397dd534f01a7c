import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { numberWords } from '../../episode-list/episode-words.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { date, duration } from '../../words/format.ts';

/** Too much for the largest letters: many words, or one that would not fit the line. */
function isLong(title: string): boolean {
  return title.length > 80 || /\S{25}/.test(title);
}

/** What the episode is: its show, title, categories, date, length and number. */
export function EpisodeHeader({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t, i18n } = useTranslation();
  const { episode, podcast } = view;
  const author = episode.author ?? podcast.author;
  const number = numberWords(t, episode);
  return (
    <header>
      <Link className="episode-up" href={`/show/${podcast.id}`}>
        <ArrowLeft aria-hidden="true" />
        {t('episode.allEpisodes', { show: podcast.title })}
      </Link>
      <h1 className="episode-title" data-long={isLong(episode.title) || undefined} lang={podcast.language}>
        {episode.title}
      </h1>
      <div className="episode-meta">
        {episode.categories.map((category) => (
          <Link
            key={category}
            className="episode-category"
            href={`/category/${encodeURIComponent(category)}`}
          >
            {category}
          </Link>
        ))}
        {episode.publishedAt !== undefined && (
          <time dateTime={new Date(episode.publishedAt).toISOString()}>
            {date({ at: episode.publishedAt, now: Date.now(), language: i18n.language })}
          </time>
        )}
        {episode.durationMs !== undefined && <span>{duration(t, episode.durationMs)}</span>}
        {number !== '' && <span>{number}</span>}
        {episode.episodeType === 'trailer' && <span>{t('list.trailer')}</span>}
        {episode.episodeType === 'bonus' && <span>{t('list.bonus')}</span>}
        {episode.explicit === true && <span className="episode-explicit">{t('list.explicit')}</span>}
        {author !== undefined && <span>{author}</span>}
      </div>
    </header>
  );
}
