import type { TFunction } from 'i18next';
import type { EpisodeListItem, EpisodeRow } from '../library/rows.ts';
import { duration } from '../words/format.ts';

/** `24 min`, `12 min left`, or nothing when the length is not known. */
export function lengthWords(t: TFunction, { episode, progress }: EpisodeListItem): string {
  const whole = progress?.durationMs ?? episode.durationMs;
  if (whole === undefined || whole === 0) return '';
  const isStarted = episode.playedAt === undefined && progress !== null && progress.positionMs > 0;
  if (!isStarted) return duration(t, whole);
  return t('time.minutesLeft', { length: duration(t, Math.max(0, whole - progress.positionMs)) });
}

/** `Season 2, episode 7`, as far as the feed says. */
export function numberWords(t: TFunction, episode: EpisodeRow): string {
  const season = episode.seasonName ?? episode.season;
  const number = episode.episodeDisplay ?? episode.episodeNumber;
  if (season !== undefined && number !== undefined) return t('list.seasonNumber', { season, number });
  if (season !== undefined) return t('list.season', { season });
  return number === undefined ? '' : t('list.number', { number });
}

function downloadWords(t: TFunction, download: EpisodeListItem['download']): string {
  if (download?.inPlace) return download.state === 'missing' ? t('folder.missing') : '';
  return download?.state === 'done' ? t('list.downloaded') : '';
}

/** Accessible name of a row: the title first, then what the eye would take in beside it. */
export function rowName(t: TFunction, item: EpisodeListItem): string {
  const { episode, podcast, download } = item;
  const parts = [
    episode.title,
    podcast.title,
    lengthWords(t, item),
    episode.isNew === 1 ? t('list.new') : '',
    episode.playedAt !== undefined ? t('list.played') : '',
    downloadWords(t, download),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
