import { fold } from '../text/fold.ts';

/** An episode of a show, as far as it matters for downloading it by itself. */
export interface DownloadCandidate {
  readonly episodeId: string;
  readonly title: string;
  /** Ms; absent where nobody said. */
  readonly durationMs?: number | undefined;
  readonly hasAudio: boolean;
  readonly isPlayed: boolean;
  /** The listener cancelled or deleted its download: it is not brought again. */
  readonly isDeclined: boolean;
  /** Downloaded, on its way, or failed: each has a state of its own already. */
  readonly isDownload: boolean;
}

/** What an episode must meet; words are compared without case and accents. */
export interface EpisodeCriteria {
  readonly titleHas?: string | undefined;
  readonly titleLacks?: string | undefined;
  readonly minimumMs?: number | undefined;
  readonly maximumMs?: number | undefined;
}

export interface AutoDownloadRule {
  /** How many of the newest episodes that meet the filter are wanted; 0 = none. */
  readonly newest: number;
  readonly filter?: EpisodeCriteria | undefined;
}

/**
 * Which episodes of a show are downloaded without being asked for, given the newest first. What the listener has
 * played or declined takes its place among the newest all the same: nothing older is brought instead of it.
 */
export function chooseAutoDownload(
  newestFirst: readonly DownloadCandidate[],
  rule: AutoDownloadRule,
): string[] {
  return newestFirst
    .filter((episode) => episode.hasAudio && meetsFilter(episode, rule.filter ?? {}))
    .slice(0, rule.newest)
    .filter(({ isPlayed, isDeclined, isDownload }) => !isPlayed && !isDeclined && !isDownload)
    .map(({ episodeId }) => episodeId);
}

/** An episode of unknown length is within any length: its feed says nothing, and leaving it out would lose it in silence. */
function meetsFilter({ title, durationMs }: DownloadCandidate, filter: EpisodeCriteria): boolean {
  const { titleHas = '', titleLacks = '', minimumMs = 0, maximumMs = Number.POSITIVE_INFINITY } = filter;
  const has = (words: string) => fold(title).includes(fold(words.trim()));
  if (!has(titleHas) || (titleLacks.trim() !== '' && has(titleLacks))) return false;
  return durationMs === undefined || (durationMs >= minimumMs && durationMs <= maximumMs);
}
