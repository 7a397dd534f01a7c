import type { TFunction } from 'i18next';
import type { EpisodeListItem } from '../../library/rows.ts';
import { duration } from '../../words/format.ts';

/** How many episodes, and how long it takes to hear the rest of them. */
export function summaryOf(t: TFunction, items: readonly EpisodeListItem[]): string {
  const left = items.reduce((sum, { episode, progress }) => {
    return sum + Math.max(0, (episode.durationMs ?? 0) - (progress?.positionMs ?? 0));
  }, 0);
  const episodes = t('common.episodes', { count: items.length });
  return left === 0 ? episodes : t('queue.summary', { episodes, length: duration(t, left) });
}
