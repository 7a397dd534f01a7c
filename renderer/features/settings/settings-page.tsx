import { useTranslation } from 'react-i18next';
import { AboutSettings } from './about-settings.tsx';
import { DownloadSettings } from './download-settings.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { PlaybackSettings } from './playback-settings.tsx';
import { SystemSettings } from './system-settings.tsx';
import { TextSettings } from './text-settings.tsx';
import './settings.css';

export interface SettingsPageProps {
  readonly onImport: () => void;
  readonly onShortcuts: () => void;
}

/** Everything the user can set; each change is kept at once. */
export function SettingsPage({ onImport, onShortcuts }: SettingsPageProps) {
  const { t } = useTranslation();
  return (
    <div className="page settings">
      <h1 className="page-title">{t('settings.title')}</h1>
      <LookSettings />
      <TextSettings />
      <PlaybackSettings />
      <DownloadSettings />
      <NetworkSettings />
      <SystemSettings />
      <LibrarySettings onImport={onImport} />
      <AboutSettings onShortcuts={onShortcuts} />
    </div>
  );
}
