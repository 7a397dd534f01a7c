import { Keyboard, Scale } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSystemInfo } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export interface AboutSettingsProps {
  readonly onShortcuts: () => void;
}

export function AboutSettings({ onShortcuts }: AboutSettingsProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState('');
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    void readSystemInfo().then((system) => system.ok && setVersion(system.value.version));
  }, []);
  return (
    <SettingGroup title={t('settings.about')}>
      <Setting label={t('settings.version', { version })} text={t('settings.aboutText')}>
        <Button icon={<Keyboard />} onClick={onShortcuts}>
          {t('settings.shortcuts')}
        </Button>
      </Setting>
      <Setting label={t('settings.licences')} text={t('settings.licencesText')}>
        <Button icon={<Scale />} onClick={() => setReading(true)}>
          {t('settings.licences')}
        </Button>
      </Setting>
      {isReading && <LicencesDialog onClose={() => setReading(false)} />}
    </SettingGroup>
  );
}
