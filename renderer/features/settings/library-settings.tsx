import { FileDown, FileUp, FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import { exportOpml } from '../../library/export-opml.ts';
import { chooseDownloadFolder, useSettings } from '../../settings/settings-store.ts';
import { readSystemInfo } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';
import { Setting, SettingGroup } from './setting.tsx';

export interface LibrarySettingsProps {
  readonly onImport: () => void;
}

/** Where downloads go, and lists of shows in and out. */
export function LibrarySettings({ onImport }: LibrarySettingsProps) {
  const { t } = useTranslation();
  const folder = useDownloadFolder();
  const [error, setError] = useState<AppError | null>(null);
  const choose = async () => {
    const result = await chooseDownloadFolder();
    setError(result.ok ? null : result.error);
  };
  const save = async () => {
    const result = await exportOpml(t('settings.exportTitle'));
    setError(result.ok ? null : result.error);
    if (result.ok && result.value.saved) notify({ tone: 'info', title: t('settings.exported') });
  };
  return (
    <SettingGroup title={t('settings.downloads')}>
      <Setting label={t('settings.folder')} text={t('settings.folderText')}>
        <code className="setting-path" title={folder}>
          {folder}
        </code>
        <Button icon={<FolderOpen />} onClick={() => void choose()}>
          {t('settings.chooseFolder')}
        </Button>
      </Setting>
      <Setting label={t('settings.subscriptions')} text={t('settings.exportText')}>
        <Button icon={<FileUp />} onClick={onImport}>
          {t('settings.import')}
        </Button>
        <Button icon={<FileDown />} onClick={() => void save()}>
          {t('settings.export')}
        </Button>
      </Setting>
      {error !== null && <Message tone="failure" {...errorWords(t, error)} />}
    </SettingGroup>
  );
}

/** Only the main process knows where downloads go when nothing was chosen. */
function useDownloadFolder(): string {
  const chosen = useSettings((settings) => settings.downloadFolder);
  const [folder, setFolder] = useState('');
  useEffect(() => {
    let current = true;
    void readSystemInfo().then((system) => {
      if (current && system.ok) setFolder(system.value.downloadFolder);
    });
    return () => {
      current = false;
    };
  }, [chosen]);
  return folder;
}
