import { CircleCheck, Download, FolderOpen, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { run } from '../../library/commands.ts';
import { downloadProgress } from '../../library/download-progress.ts';
import { showInFolder } from '../../library/downloads.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';

/** Download, cancel, or what can be done with the file that is here. */
export function DownloadAction({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const { episode, download } = view;
  const episodeId = episode.id;
  switch (download?.state) {
    case 'done':
      return (
        <Menu
          label={t('episode.downloaded')}
          trigger={<Button icon={<CircleCheck />}>{t('episode.downloaded')}</Button>}
          items={[
            {
              label: t('list.showInFolder'),
              icon: <FolderOpen />,
              onSelect: () => void showInFolder(episodeId),
            },
            {
              label: t('list.deleteDownload'),
              icon: <Trash2 />,
              danger: true,
              onSelect: () => void run({ kind: 'delete-download', episodeId }),
            },
          ]}
        />
      );
    case 'queued':
    case 'downloading':
    case 'verifying':
    case 'paused':
    case 'waiting':
      return (
        <span className="episode-transfer">
          <TransferRing view={view} />
          <Button icon={<X />} onClick={() => void run({ kind: 'cancel-download', episodeId })}>
            {t('list.cancelDownload')}
          </Button>
        </span>
      );
    case undefined:
    case 'failed':
    case 'missing':
      return (
        <Button icon={<Download />} onClick={() => void run({ kind: 'request-download', episodeId })}>
          {t('list.download')}
        </Button>
      );
  }
}

function TransferRing({ view: { episode, download } }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const live = useStore(downloadProgress, (all) => all[episode.id]);
  const received = live?.receivedBytes ?? download?.receivedBytes ?? 0;
  const total = live?.totalBytes ?? download?.totalBytes;
  return (
    <ProgressRing
      label={t('list.downloading', { title: episode.title })}
      value={total === undefined ? null : received / total}
    />
  );
}
