import { useTranslation } from 'react-i18next';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ShowDownloads } from './show-downloads.tsx';
import { ShowPlayback } from './show-playback.tsx';
import { ShowSignIn } from './show-sign-in.tsx';
import './show-settings.css';

export interface ShowSettingsDialogProps {
  readonly podcast: PodcastRow;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is other for one show than for all. Each change is kept at once. */
export function ShowSettingsDialog({ podcast, open, onClose }: ShowSettingsDialogProps) {
  const { t } = useTranslation();
  const isFolder = isFolderAddress(podcast.feedUrl);
  return (
    <Dialog
      open={open}
      title={t('showSettings.title', { title: podcast.title })}
      description={t('showSettings.text')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <ShowPlayback podcast={podcast} />
      {!isFolder && <ShowDownloads podcastId={podcast.id} />}
      {!isFolder && <ShowSignIn podcast={podcast} />}
    </Dialog>
  );
}
