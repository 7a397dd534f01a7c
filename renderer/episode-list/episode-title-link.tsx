import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { EpisodeListItem } from '../library/rows.ts';

export interface EpisodeTitleLinkProps {
  readonly item: Pick<EpisodeListItem, 'episode' | 'podcast'>;
  readonly tabIndex: 0 | -1;
  /** What stands before the title. */
  readonly children?: ReactNode;
}

/** The title of a row, in the language of its show; it opens the episode. */
export function EpisodeTitleLink({ item, tabIndex, children }: EpisodeTitleLinkProps) {
  const { episode, podcast } = item;
  return (
    <Link
      href={`/episode/${episode.id}`}
      className="episode-row-title"
      tabIndex={tabIndex}
      lang={podcast.language}
    >
      {children}
      {episode.title}
    </Link>
  );
}
