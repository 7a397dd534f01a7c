import {
  ArrowUpToLine,
  CirclePause,
  CirclePlay,
  FileSearch,
  FolderOpen,
  LockOpen,
  Pause,
  Play,
  RotateCcw,
  Trash2,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { allowAndTell } from '../../episode-list/allow-plain.tsx';
import { useDownloadStatus } from '../../episode-list/download-status.ts';
import { episodeActions, useIsPlaying } from '../../episode-list/episode-actions.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { findDownload } from '../../library/import-audio.ts';
import { holdOfRow, useDownloadQueue } from '../../library/download-queue.ts';
import { showInFolder } from '../../library/downloads.ts';
import type { DownloadRow, EpisodeListItem } from '../../library/rows.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';

export interface DownloadActionsProps {
  readonly item: EpisodeListItem;
  readonly download: DownloadRow;
  readonly tabIndex: 0 | -1;
  /** Brings it to the front of the queue; null where it is there. */
  readonly onFirst: (() => void) | null;
}

interface Action {
  readonly label: string;
  readonly hint?: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}

/** What can be done about a download as it stands. */
export function DownloadActions(props: DownloadActionsProps) {
  const { item, download, tabIndex } = props;
  const { kind } = useDownloadStatus(item.episode.id, download);
  const under = useUnderWayActions(props);
  const failed = useFailedActions(props);
  const done = useDoneActions(props);
  const actions = { none: [], active: under, failed, done }[kind];
  return (
    <div className="row-actions">
      {actions.map(({ label, hint, icon, onClick }) => (
        <IconButton key={label} label={label} hint={hint} tabIndex={tabIndex} onClick={onClick}>
          {icon}
        </IconButton>
      ))}
    </div>
  );
}

function useUnderWayActions({ item, download, onFirst }: DownloadActionsProps): Action[] {
  const { t } = useTranslation();
  const hold = holdOfRow(useDownloadQueue(), download);
  const { id: episodeId } = item.episode;
  const isByRule = hold === 'battery' || hold === 'metered';
  const goOn: Action = {
    label: isByRule ? t('downloads.anyway') : t('downloads.resume'),
    hint: 'Shift+P',
    icon: <CirclePlay />,
    onClick: () => void runAndTell({ kind: 'resume-download', episodeId }),
  };
  const pause: Action = {
    label: t('downloads.pause'),
    hint: 'Shift+P',
    icon: <CirclePause />,
    onClick: () => void runAndTell({ kind: 'pause-download', episodeId }),
  };
  const first: Action = {
    label: t('downloads.first'),
    hint: 'Alt+Home',
    icon: <ArrowUpToLine />,
    onClick: () => onFirst?.(),
  };
  const cancel: Action = {
    label: t('list.cancelDownload'),
    hint: 'D',
    icon: <X />,
    onClick: () => episodeActions.download(item),
  };
  const isHeldByDisk = download.state === 'paused' && download.error !== undefined;
  const canPause = download.state !== 'verifying' && !isHeldByDisk && hold !== 'moving';
  return [...(canPause ? [hold === null ? pause : goOn] : []), ...(onFirst === null ? [] : [first]), cancel];
}

function useFailedActions({ item, download }: DownloadActionsProps): Action[] {
  const { t } = useTranslation();
  const { id: episodeId } = item.episode;
  const isMissing = download.state === 'missing';
  const find: Action = {
    label: t('downloads.findFile'),
    icon: <FileSearch />,
    onClick: () => void findByHand(episodeId, t),
  };
  const allow: Action = {
    label: t('plainAudio.allow'),
    icon: <LockOpen />,
    onClick: () => void allowAndTell(item.podcast.id),
  };
  const again: Action = {
    label: t('list.retryDownload'),
    hint: 'D',
    icon: <RotateCcw />,
    onClick: () => episodeActions.download(item),
  };
  return [
    download.error?.code === 'audio-unencrypted' ? allow : again,
    ...(isMissing && download.error?.code !== 'folder-gone' ? [find] : []),
    {
      label: t('downloads.forget'),
      icon: <Trash2 />,
      onClick: () => void runAndTell({ kind: isMissing ? 'delete-download' : 'cancel-download', episodeId }),
    },
  ];
}

function useDoneActions({ item }: DownloadActionsProps): Action[] {
  const { t } = useTranslation();
  const { id: episodeId } = item.episode;
  const playing = useIsPlaying(episodeId);
  return [
    {
      label: t('list.showInFolder'),
      icon: <FolderOpen />,
      onClick: () => void reveal(episodeId, t),
    },
    {
      label: t('list.deleteDownload'),
      hint: 'D',
      icon: <Trash2 />,
      onClick: () => episodeActions.download(item),
    },
    {
      label: playing ? t('list.pause') : t('list.play'),
      hint: 'P',
      icon: playing ? <Pause /> : <Play />,
      onClick: () => episodeActions.play(item),
    },
  ];
}

type Translate = ReturnType<typeof useTranslation>['t'];

async function reveal(episodeId: string, t: Translate): Promise<void> {
  const result = await showInFolder(episodeId);
  if (!result.ok) notify({ tone: 'failure', ...errorWords(t, result.error) });
}

async function findByHand(episodeId: string, t: Translate): Promise<void> {
  const found = await findDownload(episodeId);
  if (!found.ok) notify({ tone: 'failure', ...errorWords(t, found.error) });
  else if (found.value) notify({ tone: 'info', title: t('downloads.found') });
}
