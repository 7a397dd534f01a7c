import type { ParsedEpisode, ParsedFeed } from '../../core/feed/feed.ts';
import { mergeFeed } from '../../core/feed/merge-feed.ts';
import type { EpisodeDetailRow, EpisodeRow } from './rows.ts';
import { splitEpisode } from './split-episode.ts';

export interface MergeInput {
  readonly podcastId: string;
  readonly saved: readonly EpisodeRow[];
  readonly feed: ParsedFeed;
  /** Ms since the epoch. */
  readonly now: number;
}

export interface EpisodeChanges {
  readonly added: readonly EpisodeRow[];
  /** With what the user did with them. */
  readonly changed: readonly EpisodeRow[];
  /** Details of every episode of the feed, for the cache. */
  readonly details: readonly EpisodeDetailRow[];
}

/** The list of an episode says whether it can be read; the text itself is a detail, of which the merge knows nothing. */
function gainsText({ saved, episode }: { saved: EpisodeRow; episode: ParsedEpisode }): boolean {
  return saved.hasFullText !== (episode.fullTextHtml !== undefined);
}

/** What a fetched feed means for the rows of a show. Episodes that left the feed stay. */
export function mergeRows({ podcastId, saved, feed, now }: MergeInput): EpisodeChanges {
  const { added, updated, unchanged } = mergeFeed({ podcastId, saved, feed, now });
  const withDetail = (id: string, episode: ParsedEpisode) => ({
    ...splitEpisode(episode).detail,
    episodeId: id,
  });
  return {
    added: added.map(({ id, episode, sortAt, isNew }) => {
      const { brief } = splitEpisode(episode);
      return { ...brief, id, podcastId, sortAt, isNew: isNew ? 1 : 0 };
    }),
    changed: [...updated, ...unchanged.filter(gainsText)].map(({ saved: earlier, episode, sortAt }) => {
      const { id, isNew, playedAt } = earlier;
      const played = playedAt === undefined ? {} : { playedAt };
      return { ...splitEpisode(episode).brief, id, podcastId, sortAt, isNew, ...played };
    }),
    details: [
      ...added.map(({ id, episode }) => withDetail(id, episode)),
      ...[...updated, ...unchanged].map(({ saved: { id }, episode }) => withDetail(id, episode)),
    ],
  };
}
