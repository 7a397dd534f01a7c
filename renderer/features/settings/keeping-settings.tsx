import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/settings/settings.ts';
import { Select } from '../../ui/select.tsx';
import { Setting } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';

const pageTexts = ['own-site', 'always', 'never'] as const;
const newest = [0, 1, 2, 3, 5, 10, 20];
const kept = [0, 1, 2, 3, 5, 10, 20, 50, 100];

export interface KeepingSettingsProps {
  readonly downloads: Settings['downloads'];
  readonly onChange: (patch: Partial<Settings['downloads']>) => void;
}

/** What is downloaded and deleted by itself, for shows without settings of their own. */
export function KeepingSettings({ downloads, onChange }: KeepingSettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Count
        label={t('showSettings.autoDownload')}
        text={t('settings.autoDownloadText')}
        values={newest}
        value={downloads.autoDownloadNewest}
        zero={t('showSettings.none')}
        onChange={(autoDownloadNewest) => onChange({ autoDownloadNewest })}
      />
      <Count
        label={t('showSettings.keep')}
        text={t('settings.keepText')}
        values={kept}
        value={downloads.keepNewest}
        zero={t('showSettings.keepAll')}
        onChange={(keepNewest) => onChange({ keepNewest })}
      />
      <SwitchSetting
        label={t('showSettings.deletePlayed')}
        text={t('settings.deletePlayedText')}
        checked={downloads.deleteAfterPlayed}
        onChange={(deleteAfterPlayed) => onChange({ deleteAfterPlayed })}
      />
      <Setting label={t('settings.pageTexts')} text={t('settings.pageTextsText')}>
        <Select
          label={t('settings.pageTexts')}
          value={downloads.pageTexts}
          options={pageTexts.map((value) => ({ value, label: t(`settings.pageTextsFrom.${value}`) }))}
          onChange={(value) => onChange({ pageTexts: value })}
        />
      </Setting>
      <SwitchSetting
        label={t('settings.alignAhead')}
        text={t('settings.alignAheadText')}
        checked={downloads.alignAhead}
        onChange={(alignAhead) => onChange({ alignAhead })}
      />
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly text: string;
  readonly values: readonly number[];
  readonly value: number;
  /** What 0 says. */
  readonly zero: string;
  readonly onChange: (value: number) => void;
}

function Count({ label, text, values, value, zero, onChange }: CountProps) {
  const { t } = useTranslation();
  const offered = values.includes(value) ? values : [...values, value].sort((one, other) => one - other);
  return (
    <Setting label={label} text={text}>
      <Select
        label={label}
        value={value}
        options={offered.map((count) => ({
          value: count,
          label: count === 0 ? zero : t('showSettings.newest', { count }),
        }))}
        onChange={onChange}
      />
    </Setting>
  );
}
