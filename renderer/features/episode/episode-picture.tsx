import { Maximize, PictureInPicture2, Play } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Cover } from '../../episode-list/cover.tsx';
import { useIsCurrent } from '../../episode-list/episode-actions.ts';
import { MovingPicture } from '../../episode-list/moving-picture.tsx';
import type { EpisodeView } from '../../library/rows.ts';
import { showAbove, showFullScreen } from '../../player/picture.ts';
import { play, toggle } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFilePicture } from './use-file-picture.ts';
import { useSource } from './use-source.ts';
import './episode-picture.css';

/**
 * The moving picture of an episode that announces one, or brings one in its downloaded file. Its place is kept from the start, so that nothing moves when it comes;
 * until then, and if there is only sound after all, the cover stands there.
 */
export function EpisodePicture({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const { episode, podcast } = view;
  const source = useSource(view);
  const isCurrent = useIsCurrent(episode.id);
  const hasPicture = usePlayback((playback) => playback.hasPicture) && isCurrent;
  // Of an episode that did not announce it the picture is in the player: the text being read stays where it is.
  const [hadPicture] = useState(hasPicture);
  const isInFile = useFilePicture(view);
  const isAnnounced = source?.type.startsWith('video/') === true || isInFile;
  if (!isAnnounced && !(hadPicture && hasPicture)) return null;
  return (
    <div className="episode-picture" role="group" aria-label={t('player.picture')}>
      <Cover imageUrl={episode.imageUrl ?? podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      {hasPicture && <MovingPicture isLarge />}
      <button
        type="button"
        className="episode-picture-play"
        aria-label={t('list.playPause')}
        onClick={() => (isCurrent ? toggle() : void play(episode.id))}
      >
        {!hasPicture && <Play />}
      </button>
      {hasPicture && (
        <div className="episode-picture-tools">
          <IconButton label={t('player.above')} onClick={() => void showAbove()}>
            <PictureInPicture2 />
          </IconButton>
          <IconButton label={t('player.fullScreen')} hint="Shift+F" onClick={() => void showFullScreen()}>
            <Maximize />
          </IconButton>
        </div>
      )}
    </div>
  );
}
