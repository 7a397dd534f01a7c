import type { ParsedEpisode } from '../../core/feed/feed.ts';
import { withoutUndefined } from '../../core/feed/without-undefined.ts';
import type { EpisodeDetailRow, EpisodeRow } from './rows.ts';

type FeedPart = Omit<
  EpisodeRow,
  'id' | 'podcastId' | 'sortAt' | 'order' | 'isNew' | 'playedAt' | 'favouriteAt'
>;

/** What of an episode lists show, and the rest, which is read for one episode at a time. */
export function splitEpisode(episode: ParsedEpisode): {
  brief: FeedPart;
  detail: Omit<EpisodeDetailRow, 'episodeId'>;
} {
  const {
    identity,
    guid,
    title,
    link,
    author,
    publishedAt,
    durationMs,
    season,
    seasonName,
    episodeNumber,
    episodeDisplay,
    episodeType,
    explicit,
    categories,
    teaser,
    imageUrl,
    enclosure,
    transcripts,
    chaptersUrl,
    ...detail
  } = episode;
  const brief = {
    identity,
    guid,
    title,
    link,
    author,
    publishedAt,
    durationMs,
    season,
    seasonName,
    episodeNumber,
    episodeDisplay,
    episodeType,
    explicit,
    categories,
    teaser,
    imageUrl,
    enclosure,
    transcripts,
    chaptersUrl,
    hasFullText: detail.fullTextHtml !== undefined,
  };
  return { brief: withoutUndefined(brief), detail };
}
