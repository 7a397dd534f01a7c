import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { MovingPicture } from '../../episode-list/moving-picture.tsx';
import { usePlayback } from '../../player/playback-store.ts';
import { usePlayingChapters } from '../../player/playing-chapters.ts';

/** Cover or moving picture, title, show and chapter; the way back to the episode. */
export function NowPlaying() {
  const { t } = useTranslation();
  const { episodeId, title, showTitle, authorLabel, imageUrl, feedUrl, hasPicture } = usePlayback();
  const chapter = usePlayingChapters(({ current }) => current?.title ?? '');
  const chapterImage = usePlayingChapters((playing) => playing.imageUrl);
  if (episodeId === null) {
    return (
      <div className="now-playing">
        <span className="now-playing-empty" />
        <div>
          <strong>{t('player.nothing')}</strong>
          <small>{t('player.nothingText')}</small>
        </div>
      </div>
    );
  }
  const author = authorLabel === showTitle ? '' : authorLabel;
  const label = [showTitle, chapter || author].filter((part) => part !== '').join(' · ');
  return (
    <Link className="now-playing" href={`/episode/${episodeId}`} title={`${title} · ${label}`}>
      <span className="now-playing-picture">
        <Cover imageUrl={chapterImage ?? imageUrl} feedUrl={feedUrl} name={showTitle} />
        {hasPicture && <MovingPicture />}
      </span>
      <div>
        <strong>{title}</strong>
        <small>{label}</small>
      </div>
    </Link>
  );
}
