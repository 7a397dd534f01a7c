import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import { exportOpml } from '../../library/export-opml.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';
import { Setting, SettingGroup } from './setting.tsx';

export interface LibrarySettingsProps {
  readonly onImport: () => void;
}

/** Lists of shows in and out. */
export function LibrarySettings({ onImport }: LibrarySettingsProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<AppError | null>(null);
  const save = async () => {
    const result = await exportOpml(t('settings.exportTitle'));
    setError(result.ok ? null : result.error);
    if (result.ok && result.value.saved) notify({ tone: 'info', title: t('settings.exported') });
  };
  return (
    <SettingGroup title={t('nav.library')}>
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
