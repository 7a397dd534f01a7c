import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EpisodeListItem } from '../../library/rows.ts';
import { date, duration } from '../../words/format.ts';

interface EpisodeTeaserProps {
  readonly item: EpisodeListItem;
  readonly namesShow: boolean;
}

/** Another episode in a few lines: what it is about, when, how long, and where the listener stands with it. */
export function EpisodeTeaser({ item, namesShow }: EpisodeTeaserProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { episode, podcast } = item;
  const above = namesShow ? podcast.title : episode.categories[0];
  const below = [
    episode.publishedAt === undefined
      ? null
      : date({ at: episode.publishedAt, now: Date.now(), language: i18n.language }),
    episode.durationMs === undefined ? null : duration(t, episode.durationMs),
    listeningState(t, item),
  ];
  return (
    <li className="teaser">
      {above !== undefined && <small className="teaser-above">{above}</small>}
      <Link href={`/episode/${episode.id}`} className="teaser-title" lang={podcast.language}>
        {episode.title}
      </Link>
      {episode.teaser !== '' && (
        <p className="teaser-text" lang={podcast.language}>
          {episode.teaser}
        </p>
      )}
      <small>{below.filter((part) => part !== null).join(' · ')}</small>
    </li>
  );
}

function listeningState(t: TFunction, { episode, progress, download }: EpisodeListItem): string | null {
  if (episode.playedAt !== undefined) return t('list.played');
  const whole = progress?.durationMs ?? episode.durationMs;
  if (progress !== null && whole !== undefined && progress.positionMs > 0 && progress.positionMs < whole) {
    return t('time.minutesLeft', { length: duration(t, whole - progress.positionMs) });
  }
  return download?.state === 'done' ? t('list.downloaded') : null;
}
