import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/settings/settings.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { readHasTray } from '../../settings/tray.ts';
import { changeAndTell } from './change-and-tell.ts';
import { SettingGroup } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';

/** How Earmark lives among the other programs. */
export function SystemSettings() {
  const { t } = useTranslation();
  const system = useSettings((settings) => settings.system);
  const hasTray = useHasTray();
  const change = (patch: Partial<Settings['system']>) =>
    void changeAndTell({ system: { ...useSettings.getState().system, ...patch } });
  return (
    <SettingGroup title={t('settings.system')}>
      <SwitchSetting
        label={t('settings.closeToTray')}
        text={t(hasTray ? 'settings.closeToTrayText' : 'settings.noTrayText')}
        checked={system.closeToTray}
        onChange={(closeToTray) => change({ closeToTray })}
      />
      <SwitchSetting
        label={t('settings.notifications')}
        text={t('settings.notificationsText')}
        checked={system.notifications}
        onChange={(notifications) => change({ notifications })}
      />
    </SettingGroup>
  );
}

/** Asked again when the user comes back: a tray may have been added meanwhile. */
function useHasTray(): boolean {
  const [hasTray, setHasTray] = useState(true);
  useEffect(() => {
    const look = () => void readHasTray().then(setHasTray);
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return hasTray;
}
