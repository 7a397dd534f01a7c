import { Keyboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSystemInfo } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export interface AboutSettingsProps {
  readonly onShortcuts: () => void;
}

export function AboutSettings({ onShortcuts }: AboutSettingsProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState('');
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
    </SettingGroup>
  );
}
