import { FolderOpen, Pause, Play, RotateCcw, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Cover } from '../../episode-list/cover.tsx';
import { EpisodeTitleLink } from '../../episode-list/episode-title-link.tsx';
import { useDownloadStatus } from '../../episode-list/download-status.ts';
import { episodeActions, useIsPlaying } from '../../episode-list/episode-actions.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { showInFolder } from '../../library/downloads.ts';
import type { DownloadRow, EpisodeListItem } from '../../library/rows.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';
import { DownloadState } from './download-state.tsx';
import './download-item.css';

export interface DownloadItemProps {
  readonly item: EpisodeListItem;
  readonly tabIndex: 0 | -1;
}

/** One download: what it is, how it stands, what can be done about it. */
export function DownloadItem({ item, tabIndex }: DownloadItemProps) {
  const { podcast, download } = item;
  if (download === null) return null;
  return (
    <div className="episode-row download-item">
      <span className="episode-row-cover">
        <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      </span>
      <div className="episode-row-text">
        <EpisodeTitleLink item={item} tabIndex={tabIndex} />
        <DownloadState item={item} download={download} />
      </div>
      <Actions item={item} download={download} tabIndex={tabIndex} />
    </div>
  );
}

interface ActionsProps extends DownloadItemProps {
  readonly download: DownloadRow;
}

function Actions({ item, download, tabIndex }: ActionsProps) {
  const { t } = useTranslation();
  const { kind } = useDownloadStatus(item.episode.id, download);
  const episodeId = item.episode.id;
  const remove = () => void runAndTell({ kind: 'delete-download', episodeId }, t('status.downloadDeleted'));
  return (
    <div className="row-actions">
      {kind === 'active' && (
        <IconButton
          label={t('list.cancelDownload')}
          hint="D"
          tabIndex={tabIndex}
          onClick={() => episodeActions.download(item)}
        >
          <X />
        </IconButton>
      )}
      {kind === 'failed' && (
        <IconButton
          label={t('list.retryDownload')}
          hint="D"
          tabIndex={tabIndex}
          onClick={() => episodeActions.download(item)}
        >
          <RotateCcw />
        </IconButton>
      )}
      {kind === 'done' && (
        <IconButton
          label={t('list.showInFolder')}
          tabIndex={tabIndex}
          onClick={() => void reveal(episodeId, t)}
        >
          <FolderOpen />
        </IconButton>
      )}
      {(kind === 'done' || kind === 'failed') && (
        <IconButton label={t('list.deleteDownload')} tabIndex={tabIndex} onClick={remove}>
          <Trash2 />
        </IconButton>
      )}
      {kind === 'done' && <PlayButton item={item} tabIndex={tabIndex} />}
    </div>
  );
}

function PlayButton({ item, tabIndex }: DownloadItemProps) {
  const { t } = useTranslation();
  const playing = useIsPlaying(item.episode.id);
  return (
    <IconButton
      label={playing ? t('list.pause') : t('list.play')}
      hint="P"
      tabIndex={tabIndex}
      onClick={() => episodeActions.play(item)}
    >
      {playing ? <Pause /> : <Play />}
    </IconButton>
  );
}

async function reveal(episodeId: string, t: ReturnType<typeof useTranslation>['t']): Promise<void> {
  const result = await showInFolder(episodeId);
  if (!result.ok) notify({ tone: 'failure', ...errorWords(t, result.error) });
}
