import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { showHighlight } from '../../highlights/shown-highlight.ts';
import { listHighlights } from '../../library/highlights.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { clock } from '../../words/format.ts';
import { changePageFilter } from './page-filter.ts';
import '../../highlights/highlights.css';
import './episode-highlights.css';

/** More are on the Highlights page. */
const most = 30;

/** The highlights of an episode beside its text; each leads to its place. Nothing while there are none. */
export function EpisodeHighlights({ episodeId }: { readonly episodeId: string }): ReactNode {
  const { t } = useTranslation();
  const highlights = useLiveQuery(`highlights ${episodeId}`, () => listHighlights(episodeId)) ?? [];
  if (highlights.length === 0) return null;
  return (
    <section className="episode-highlights" aria-label={t('highlights.title')}>
      <h2>{t('highlights.title')}</h2>
      <ul>
        {highlights.slice(0, most).map((highlight) => {
          const { id, quote, note, startMs, colour } = highlight;
          return (
            <li key={id}>
              <button
                type="button"
                className="episode-highlight"
                data-colour={colour}
                onClick={() => showHighlight(highlight)}
              >
                <span className="episode-highlight-quote">
                  {startMs !== undefined && <time>{clock(startMs)} </time>}
                  {quote}
                </span>
                {note !== '' && <span className="episode-highlight-note">{note}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {highlights.length > most && (
        <Link
          className="episode-highlights-more"
          href="/highlights"
          onClick={() => changePageFilter({ episodeId, byEpisode: true })}
        >
          {t('highlights.showAll', { count: highlights.length })}
        </Link>
      )}
    </section>
  );
}
