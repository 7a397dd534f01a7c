import { useTranslation } from 'react-i18next';
import { useSettings } from '../../settings/settings-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { changeAndTell } from './change-and-tell.ts';
import { Setting, SettingGroup } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';

/** Languages are named in themselves: whoever chose a wrong one finds the way back. */
const languageNames = { en: 'English', ru: 'Русский' } as const;

export function LookSettings() {
  const { t } = useTranslation();
  const { language, theme, coverAccent } = useSettings();
  return (
    <SettingGroup title={t('settings.look')}>
      <Setting label={t('settings.language')}>
        <Choice
          label={t('settings.language')}
          value={language}
          options={[
            { value: 'system', label: t('settings.languageSystem') },
            { value: 'en', label: languageNames.en },
            { value: 'ru', label: languageNames.ru },
          ]}
          onChange={(next) => void changeAndTell({ language: next })}
        />
      </Setting>
      <Setting label={t('settings.theme')}>
        <Choice
          label={t('settings.theme')}
          value={theme}
          options={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChange={(next) => void changeAndTell({ theme: next })}
        />
      </Setting>
      <SwitchSetting
        label={t('settings.coverAccent')}
        text={t('settings.coverAccentText')}
        checked={coverAccent}
        onChange={(checked) => void changeAndTell({ coverAccent: checked })}
      />
    </SettingGroup>
  );
}
