import { Check, CircleCheck, Download, ListPlus, ListX, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import type { EpisodeListItem } from '../library/rows.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ProgressRing } from '../ui/progress-ring.tsx';
import { useDownloadStatus } from './download-status.ts';
import { episodeActions, useIsPlaying } from './episode-actions.ts';

export interface DownloadButtonProps {
  readonly item: EpisodeListItem;
  /** 0: its buttons are reached by Tab. */
  readonly tabIndex: 0 | -1;
}

export interface RowActionsProps extends DownloadButtonProps {
  readonly onPlay: (item: EpisodeListItem) => void;
}

/** What can be done to an episode from a list. */
export function RowActions({ item, tabIndex, onPlay }: RowActionsProps) {
  const { t } = useTranslation();
  const playing = useIsPlaying(item.episode.id);
  const played = item.episode.playedAt !== undefined;
  return (
    <div className="row-actions">
      <IconButton
        label={played ? t('list.markUnplayed') : t('list.markPlayed')}
        hint="M"
        tabIndex={tabIndex}
        aria-pressed={played}
        onClick={() => episodeActions.played(item)}
      >
        <Check />
      </IconButton>
      <DownloadButton item={item} tabIndex={tabIndex} />
      <IconButton
        label={item.queued ? t('list.dequeue') : t('list.enqueue')}
        hint="Q"
        tabIndex={tabIndex}
        onClick={() => episodeActions.queue(item)}
      >
        {item.queued ? <ListX /> : <ListPlus />}
      </IconButton>
      {item.episode.enclosure !== undefined && (
        <IconButton
          className="row-actions-play"
          label={playing ? t('list.pause') : t('list.play')}
          hint="P"
          tabIndex={tabIndex}
          onClick={() => onPlay(item)}
        >
          {playing ? <Pause /> : <Play />}
        </IconButton>
      )}
    </div>
  );
}

/** One button for the one thing to do about the download now; the ring stands beside it in the tree, so it is announced. */
export function DownloadButton({ item, tabIndex }: DownloadButtonProps) {
  const { t } = useTranslation();
  const status = useDownloadStatus(item.episode.id, item.download);
  // A file of a folder show is where it is: there is nothing to bring and nothing to delete.
  if (item.episode.enclosure === undefined || isFolderAddress(item.podcast.feedUrl)) return null;
  const look = {
    none: { label: t('list.download'), icon: <Download /> },
    active: { label: t('list.cancelDownload'), icon: <X className="download-stop" /> },
    failed: { label: t('list.retryDownload'), icon: <RotateCcw className="download-failed" /> },
    done: { label: t('list.deleteDownload'), icon: <CircleCheck className="download-done" /> },
  }[status.kind];
  return (
    <span className="download-button">
      <IconButton
        label={look.label}
        hint="D"
        tabIndex={tabIndex}
        onClick={() => episodeActions.download(item)}
      >
        {look.icon}
      </IconButton>
      {status.kind === 'active' && (
        <ProgressRing label={t('list.downloading', { title: item.episode.title })} value={status.share} />
      )}
    </span>
  );
}
