import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { usePlayback } from '../../player/playback-store.ts';

/** Cover, title and show; the way back to the episode. */
export function NowPlaying() {
  const { t } = useTranslation();
  const { episodeId, title, showTitle, authorLabel, imageUrl, feedUrl } = usePlayback();
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
  const label = authorLabel === '' || authorLabel === showTitle ? showTitle : `${showTitle} · ${authorLabel}`;
  return (
    <Link className="now-playing" href={`/episode/${episodeId}`} title={`${title} · ${label}`}>
      <Cover imageUrl={imageUrl} feedUrl={feedUrl} name={showTitle} />
      <div>
        <strong>{title}</strong>
        <small>{label}</small>
      </div>
    </Link>
  );
}
