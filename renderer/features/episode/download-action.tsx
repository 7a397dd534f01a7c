import { CircleCheck, Download, FolderOpen, HardDrive, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownloadStatus } from '../../episode-list/download-status.ts';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import { showInFolder } from '../../library/downloads.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';

/** Download, cancel, or what can be done with the file that is here. */
export function DownloadAction({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const { episode, download } = view;
  const status = useDownloadStatus(episode.id, download);
  const toggle = (): void => episodeActions.download(view);
  const show = {
    label: t('list.showInFolder'),
    icon: <FolderOpen />,
    onSelect: () => void showInFolder(episode.id),
  };
  if (isFolderAddress(view.podcast.feedUrl)) {
    if (status.kind !== 'done') return null;
    const trigger = <Button icon={<HardDrive />}>{t('folder.onComputer')}</Button>;
    return <Menu label={t('folder.onComputer')} trigger={trigger} items={[show]} />;
  }
  switch (status.kind) {
    case 'done':
      return (
        <Menu
          label={t('episode.downloaded')}
          trigger={<Button icon={<CircleCheck />}>{t('episode.downloaded')}</Button>}
          items={[
            show,
            { label: t('list.deleteDownload'), icon: <Trash2 />, danger: true, onSelect: toggle },
          ]}
        />
      );
    case 'active':
      return (
        <span className="episode-transfer">
          <ProgressRing label={t('list.downloading', { title: episode.title })} value={status.share} />
          <Button icon={<X />} onClick={toggle}>
            {t('list.cancelDownload')}
          </Button>
        </span>
      );
    case 'none':
    case 'failed':
      return (
        <Button icon={<Download />} onClick={toggle}>
          {t('list.download')}
        </Button>
      );
  }
}
