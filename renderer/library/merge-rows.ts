import { episodeId } from '../../core/feed/episode-identity.ts';
import type { ParsedFeed } from '../../core/feed/feed.ts';
import type { EpisodeDetailRow, EpisodeRow } from './rows.ts';
import { splitEpisode } from './split-episode.ts';

export interface MergeInput {
  readonly podcastId: string;
  readonly saved: readonly EpisodeRow[];
  readonly feed: ParsedFeed;
  readonly now: number;
}

export interface EpisodeChanges {
  /** Not yet marked as new. */
  readonly added: EpisodeRow[];
  /** With what the user did with them. */
  readonly changed: EpisodeRow[];
  /** Details of every episode of the feed, for the cache. */
  readonly details: EpisodeDetailRow[];
}

/** What a fetched feed means for the rows of a show. Episodes that left the feed stay. */
export function mergeRows({ podcastId, saved, feed, now }: MergeInput): EpisodeChanges {
  const byIdentity = new Map(saved.map((row) => [row.identity, row]));
  const changes: EpisodeChanges = { added: [], changed: [], details: [] };
  for (const [index, episode] of feed.episodes.entries()) {
    const { brief, detail } = splitEpisode(episode);
    const earlier = byIdentity.get(episode.identity);
    const id = earlier?.id ?? episodeId(podcastId, episode.identity);
    // Feeds list the newest first: without dates that order is all there is. A date in the future would stay on top for ever.
    const isSameDate = earlier?.publishedAt === episode.publishedAt;
    const dated = Math.min(episode.publishedAt ?? now - index, now);
    const sortAt = earlier !== undefined && isSameDate ? earlier.sortAt : dated;
    const isNew = earlier?.isNew ?? 0;
    const played = earlier?.playedAt === undefined ? {} : { playedAt: earlier.playedAt };
    const row = { ...brief, id, podcastId, sortAt, isNew, ...played };
    if (earlier === undefined) changes.added.push(row);
    else if (JSON.stringify(row) !== JSON.stringify(earlier)) changes.changed.push(row);
    changes.details.push({ ...detail, episodeId: id });
  }
  return changes;
}
