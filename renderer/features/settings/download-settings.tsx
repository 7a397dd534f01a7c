import { HardDrive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Settings } from '../../../core/settings/settings.ts';
import { readDownloadConditions } from '../../library/download-queue.ts';
import type { DownloadConditions } from '../../library/download-queue.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import { size } from '../../words/format.ts';
import { changeAndTell } from './change-and-tell.ts';
import { DownloadFolder } from './download-folder.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { RangeSetting } from './range-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';

/** Steps of the bandwidth limit, bytes a second; 0 = none. */
const speeds = [0, 100_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000];

/** Where downloads go, how many at once, and what they wait for. */
export function DownloadSettings() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const downloads = useSettings((settings) => settings.downloads);
  const change = (patch: Partial<Settings['downloads']>) =>
    void changeAndTell({ downloads: { ...downloads, ...patch } });
  return (
    <SettingGroup title={t('settings.downloads')}>
      <DownloadFolder />
      <KeepingSettings downloads={downloads} onChange={change} />
      <RangeSetting
        label={t('settings.parallel')}
        range={{ min: 1, max: 16, step: 1 }}
        value={downloads.parallel}
        says={String(downloads.parallel)}
        onChange={(parallel) => change({ parallel })}
      />
      <RangeSetting
        label={t('settings.parallelPerHost')}
        range={{ min: 1, max: 8, step: 1 }}
        value={downloads.parallelPerHost}
        says={String(downloads.parallelPerHost)}
        onChange={(parallelPerHost) => change({ parallelPerHost })}
      />
      <SpeedLimit bytesPerSecond={downloads.bytesPerSecond} onChange={change} />
      <Conditions downloads={downloads} onChange={change} />
      <Setting label={t('storage.title')} text={t('settings.storageText')}>
        <Button icon={<HardDrive />} onClick={() => navigate('/storage')}>
          {t('settings.openStorage')}
        </Button>
      </Setting>
    </SettingGroup>
  );
}

interface SpeedLimitProps {
  readonly bytesPerSecond: number;
  readonly onChange: (patch: Partial<Settings['downloads']>) => void;
}

function SpeedLimit({ bytesPerSecond, onChange }: SpeedLimitProps) {
  const { t, i18n } = useTranslation();
  const step = speeds.findLastIndex((speed) => speed <= bytesPerSecond);
  const says =
    bytesPerSecond === 0
      ? t('settings.noLimit')
      : t('downloads.speed', { size: size(t, bytesPerSecond, i18n.language) });
  return (
    <RangeSetting
      label={t('settings.speedLimit')}
      range={{ min: 0, max: speeds.length - 1, step: 1 }}
      value={step}
      says={says}
      onChange={(next) => onChange({ bytesPerSecond: speeds[next] ?? 0 })}
    />
  );
}

interface ConditionsProps {
  readonly downloads: Settings['downloads'];
  readonly onChange: (patch: Partial<Settings['downloads']>) => void;
}

/** Beside each rule stands what the system tells now: a rule that nothing is told for holds nothing. */
function Conditions({ downloads, onChange }: ConditionsProps) {
  const { t } = useTranslation();
  const conditions = useConditions();
  const { power, network } = conditions ?? {};
  return (
    <>
      <Switch
        label={t('settings.onlyUnmetered')}
        text={network === undefined ? '' : t(`settings.networkNow.${network}`)}
        checked={downloads.onlyUnmetered}
        onChange={(onlyUnmetered) => onChange({ onlyUnmetered })}
      />
      <Switch
        label={t('settings.onlyOnMains')}
        text={power === undefined ? '' : t(`settings.powerNow.${power}`)}
        checked={downloads.onlyOnMains}
        onChange={(onlyOnMains) => onChange({ onlyOnMains })}
      />
    </>
  );
}

function useConditions(): DownloadConditions | null {
  const [conditions, setConditions] = useState<DownloadConditions | null>(null);
  useEffect(() => {
    void readDownloadConditions().then((read) => read.ok && setConditions(read.value));
  }, []);
  return conditions;
}

interface SwitchProps {
  readonly label: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Switch({ label, text, checked, onChange }: SwitchProps) {
  return (
    <Setting label={label} text={text}>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Setting>
  );
}
