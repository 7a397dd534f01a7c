import type { EpisodeListItem } from '../library/rows.ts';

export const episodeFilters = ['all', 'unplayed', 'downloaded', 'started', 'short'] as const;

export type EpisodeFilter = (typeof episodeFilters)[number];

const shortMs = 30 * 60_000;

/** Whether an episode belongs to a filtered list. `short`: of known length, up to 30 minutes. */
export function passesFilter(item: EpisodeListItem, filter: EpisodeFilter): boolean {
  const { episode, progress, download } = item;
  const isPlayed = episode.playedAt !== undefined;
  switch (filter) {
    case 'all':
      return true;
    case 'unplayed':
      return !isPlayed;
    case 'downloaded':
      return download?.state === 'done';
    case 'started':
      return !isPlayed && progress !== null && progress.positionMs > 0;
    case 'short':
      return episode.durationMs !== undefined && episode.durationMs > 0 && episode.durationMs <= shortMs;
  }
}
