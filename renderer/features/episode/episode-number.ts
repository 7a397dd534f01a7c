import type { TFunction } from 'i18next';
import type { EpisodeRow } from '../../library/rows.ts';

type Numbers = Pick<EpisodeRow, 'season' | 'seasonName' | 'episodeNumber' | 'episodeDisplay' | 'episodeType'>;

/** `Season 2, episode 7` in the words of the feed where it has its own; trailers and bonuses say so. `null` when there is nothing to say. */
export function episodeNumber(t: TFunction, episode: Numbers): string | null {
  const number = episode.episodeDisplay ?? episode.episodeNumber?.toString();
  const season = episode.seasonName ?? episode.season?.toString();
  const kind =
    episode.episodeType === 'trailer' || episode.episodeType === 'bonus' ? episode.episodeType : null;
  if (kind !== null) return kind === 'trailer' ? t('list.trailer') : t('list.bonus');
  if (number === undefined) return season === undefined ? null : t('list.season', { season });
  return season === undefined ? t('list.number', { number }) : t('list.seasonNumber', { season, number });
}
