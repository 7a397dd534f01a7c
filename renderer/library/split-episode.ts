import type { ParsedEpisode } from '../../core/feed/feed.ts';
import { briefNames } from '../../core/feed/episode-brief.ts';
import type { EpisodeBrief } from '../../core/feed/episode-brief.ts';
import type { EpisodeDetailRow, EpisodeRow } from './rows.ts';

type FeedPart = Omit<
  EpisodeRow,
  'id' | 'podcastId' | 'sortAt' | 'order' | 'isNew' | 'playedAt' | 'favouriteAt'
>;

const isBrief: ReadonlySet<string> = new Set(briefNames);

/** What of an episode lists show, and the rest, which is read for one episode at a time. */
export function splitEpisode(episode: ParsedEpisode): {
  brief: FeedPart;
  detail: Omit<EpisodeDetailRow, 'episodeId'>;
} {
  const present = Object.entries(episode).filter(([, value]) => value !== undefined);
  const brief = Object.fromEntries(present.filter(([name]) => isBrief.has(name))) as unknown as EpisodeBrief;
  const detail = Object.fromEntries(present.filter(([name]) => !isBrief.has(name)));
  return {
    brief: { ...brief, hasFullText: episode.fullTextHtml !== undefined },
    detail: detail as unknown as Omit<ParsedEpisode, keyof EpisodeBrief>,
  };
}
