import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lengthWords } from '../../episode-list/episode-words.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { date } from '../../words/format.ts';

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
      ? ''
      : date({ at: episode.publishedAt, now: Date.now(), language: i18n.language }),
    lengthWords(t, item),
    episode.playedAt === undefined ? '' : t('list.played'),
    item.download?.state === 'done' && !item.download.inPlace ? t('list.downloaded') : '',
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
      <small>{below.filter((part) => part !== '').join(' · ')}</small>
    </li>
  );
}
