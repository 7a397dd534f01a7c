import type { ParsedEpisode, ParsedFeed } from '../../core/feed/feed.ts';
import { mergeFeed } from '../../core/feed/merge-feed.ts';
import { mapBreathing } from './map-breathing.ts';
import type { EpisodeDetailRow, EpisodeRow } from './rows.ts';
import { splitEpisode } from './split-episode.ts';

export interface MergeInput {
  readonly podcastId: string;
  readonly saved: readonly EpisodeRow[];
  readonly feed: ParsedFeed;
  /** Ms since the epoch. */
  readonly now: number;
  /** As `mergeFeed` means it. */
  readonly certain?: boolean;
}

export interface EpisodeChanges {
  readonly added: readonly EpisodeRow[];
  /** As of `saved`; what the user did meanwhile is to be kept when they are written. */
  readonly changed: readonly EpisodeRow[];
  /** Details of every episode of the feed, for the cache. */
  readonly details: readonly EpisodeDetailRow[];
}

/** What a fetched feed means for the rows of a show. Episodes that left the feed stay. The window goes on answering. */
export async function mergeRows(input: MergeInput): Promise<EpisodeChanges> {
  const { podcastId } = input;
  const { added, updated, unchanged } = mergeFeed(input);
  const known = [...updated, ...unchanged];
  return {
    added: await mapBreathing(added, ({ id, episode, sortAt, isNew }) => ({
      ...splitEpisode(episode).brief,
      ...{ id, podcastId, sortAt, order: -sortAt, isNew: isNew ? 1 : 0 },
    })),
    changed: await mapBreathing(
      [...updated, ...unchanged.filter(gainsText)],
      ({ saved: earlier, episode, sortAt }) => ({
        ...splitEpisode(episode).brief,
        ...{ id: earlier.id, podcastId, sortAt, order: -sortAt },
        ...whatUserDid(earlier),
      }),
    ),
    details: await mapBreathing(
      [...added, ...known.map(({ saved: { id }, episode }) => ({ id, episode }))],
      ({ id, episode }) => ({ ...splitEpisode(episode).detail, episodeId: id }),
    ),
  };
}

/** The part of a row that no feed changes. */
export function whatUserDid({
  isNew,
  playedAt,
  favouriteAt,
  declinedAt,
}: EpisodeRow): Pick<EpisodeRow, 'isNew' | 'playedAt' | 'favouriteAt' | 'declinedAt'> {
  return {
    isNew,
    ...(playedAt === undefined ? {} : { playedAt }),
    ...(favouriteAt === undefined ? {} : { favouriteAt }),
    ...(declinedAt === undefined ? {} : { declinedAt }),
  };
}

/** The list of an episode says whether it can be read; the text itself is a detail, of which the merge knows nothing. */
function gainsText({ saved, episode }: { saved: EpisodeRow; episode: ParsedEpisode }): boolean {
  return saved.hasFullText !== (episode.fullTextHtml !== undefined);
}
