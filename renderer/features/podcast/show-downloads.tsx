import { useTranslation } from 'react-i18next';
import type { EpisodeCriteria } from '../../../core/download/choose-auto-download.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { Switch } from '../../ui/switch.tsx';
import { OwnField } from './own-field.tsx';
import { OwnValue } from './own-value.tsx';
import { useShowSettings } from './use-show-settings.ts';

const newest = [0, 1, 2, 3, 5, 10, 20];
const kept = [0, 1, 2, 3, 5, 10, 20, 50, 100];
const minuteMs = 60_000;

/** What of this show is downloaded by itself and how long it stays, and whether its news are announced. */
export function ShowDownloads({ podcastId }: { readonly podcastId: string }) {
  const { t } = useTranslation();
  const all = useSettings((settings) => settings.downloads);
  const { own, change } = useShowSettings(podcastId);
  if (own === undefined) return null;
  const downloads = (own.autoDownloadNewest ?? all.autoDownloadNewest) > 0;
  return (
    <section className="show-settings" aria-label={t('showSettings.downloads')}>
      <h3>{t('showSettings.downloads')}</h3>
      <OwnValue
        label={t('showSettings.autoDownload')}
        text={t('showSettings.autoDownloadText')}
        own={own.autoDownloadNewest}
        all={all.autoDownloadNewest}
        values={newest}
        says={(count) => (count === 0 ? t('showSettings.none') : t('showSettings.newest', { count }))}
        onChange={(autoDownloadNewest) => change({ autoDownloadNewest })}
      />
      {downloads && <Filter podcastId={podcastId} />}
      <OwnValue
        label={t('showSettings.keep')}
        own={own.keepNewest}
        all={all.keepNewest}
        values={kept}
        says={(count) => (count === 0 ? t('showSettings.keepAll') : t('showSettings.newest', { count }))}
        onChange={(keepNewest) => change({ keepNewest })}
      />
      <OwnValue
        label={t('showSettings.deletePlayed')}
        text={t('showSettings.deletePlayedText')}
        own={own.deleteAfterPlayed}
        all={all.deleteAfterPlayed}
        values={[true, false]}
        says={(value) => t(value ? 'showSettings.on' : 'showSettings.offValue')}
        onChange={(deleteAfterPlayed) => change({ deleteAfterPlayed })}
      />
      <PlainAudio podcastId={podcastId} />
      <h3>{t('showSettings.news')}</h3>
      <div className="show-setting">
        <div>
          <span>{t('showSettings.notify')}</span>
          <p>{t('showSettings.notifyText')}</p>
        </div>
        <Switch
          label={t('showSettings.notify')}
          checked={own.notify === true}
          onChange={(notify) => change({ notify: notify ? true : undefined })}
        />
      </div>
    </section>
  );
}

/** The answer to a server that leads from a secure address to one without encryption. */
function PlainAudio({ podcastId }: { readonly podcastId: string }) {
  const { t } = useTranslation();
  const { own = {}, change } = useShowSettings(podcastId);
  return (
    <div className="show-setting">
      <div>
        <span>{t('plainAudio.setting')}</span>
        <p>{t('plainAudio.settingText')}</p>
      </div>
      <Switch
        label={t('plainAudio.setting')}
        checked={own.allowPlainAudio === true}
        onChange={(allow) => change({ allowPlainAudio: allow ? true : undefined })}
      />
    </div>
  );
}

/** Which of the new ones. */
function Filter({ podcastId }: { readonly podcastId: string }) {
  const { t } = useTranslation();
  const { own = {}, change } = useShowSettings(podcastId);
  const filter = own.autoDownloadFilter ?? {};
  const keep = (changed: { readonly [Key in keyof EpisodeCriteria]?: EpisodeCriteria[Key] | undefined }) => {
    const said = Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== undefined);
    change({ autoDownloadFilter: said.length === 0 ? undefined : Object.fromEntries(said) });
  };
  const minutes = (ms: number | undefined) => (ms === undefined ? '' : String(ms / minuteMs));
  const inMs = (text: string) => (Number(text) > 0 ? Number(text) * minuteMs : undefined);
  return (
    <>
      <OwnField
        label={t('showSettings.titleHas')}
        value={filter.titleHas ?? ''}
        hint={t('showSettings.titleHint')}
        onChange={(text) => keep({ titleHas: text === '' ? undefined : text })}
      />
      <OwnField
        label={t('showSettings.titleLacks')}
        value={filter.titleLacks ?? ''}
        hint={t('showSettings.titleHint')}
        onChange={(text) => keep({ titleLacks: text === '' ? undefined : text })}
      />
      <OwnField
        label={t('showSettings.minimum')}
        value={minutes(filter.minimumMs)}
        hint={t('showSettings.any')}
        isNumber
        onChange={(text) => keep({ minimumMs: inMs(text) })}
      />
      <OwnField
        label={t('showSettings.maximum')}
        value={minutes(filter.maximumMs)}
        hint={t('showSettings.any')}
        isNumber
        onChange={(text) => keep({ maximumMs: inMs(text) })}
      />
    </>
  );
}
