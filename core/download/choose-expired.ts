import { chooseFreed } from './choose-freed.ts';
import type { StoredEpisode } from './choose-freed.ts';

/** A finished download of one show, as the rules of that show see it. */
export interface StoredDownload extends StoredEpisode {
  /** Ms since the epoch. */
  readonly requestedAt: number;
  readonly playedAt?: number | undefined;
  /** Brought by a rule, not asked for by the listener. */
  readonly isAutomatic: boolean;
}

export interface KeepingRules {
  /** Downloads of the show that stay, the newest first; 0 = all. */
  readonly keepNewest: number;
  readonly deleteAfterPlayed: boolean;
}

/**
 * What the rules of a show delete of its downloads. What the listener asked for although a rule was against it stays:
 * a played episode downloaded once more, or an old one downloaded while so many newer ones were there already.
 */
export function chooseExpired(downloads: readonly StoredDownload[], rules: KeepingRules): StoredDownload[] {
  const played = rules.deleteAfterPlayed
    ? chooseFreed(downloads, { kind: 'played' }).filter(wasPlayedSince)
    : [];
  const older =
    rules.keepNewest > 0
      ? chooseFreed(downloads, { kind: 'keep-newest', count: rules.keepNewest }).filter(
          (download) => !wasOldWhenAskedFor(download, downloads, rules.keepNewest),
        )
      : [];
  return [...new Set([...played, ...older])];
}

function wasPlayedSince({ playedAt, requestedAt }: StoredDownload): boolean {
  return playedAt !== undefined && requestedAt <= playedAt;
}

function wasOldWhenAskedFor(
  { isAutomatic, sortAt, requestedAt }: StoredDownload,
  downloads: readonly StoredDownload[],
  keepNewest: number,
): boolean {
  if (isAutomatic) return false;
  const newer = downloads.filter((other) => other.sortAt > sortAt && other.requestedAt < requestedAt);
  return newer.length >= keepNewest;
}
