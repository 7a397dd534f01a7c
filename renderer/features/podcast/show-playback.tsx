import { useTranslation } from 'react-i18next';
import { isMusic } from '../../../core/playback/effects.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { length, speed as speedWords } from '../../words/format.ts';
import { OwnValue } from './own-value.tsx';
import { useShowSettings } from './use-show-settings.ts';

const speeds = Array.from({ length: 61 }, (_, step) => Math.round(50 + step * 5) / 100);
const endsMs = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300].map((seconds) => seconds * 1000);
const volumesDb = [-12, -9, -6, -3, 0, 3, 6, 9, 12];

/** How this show sounds and where its episodes begin and end. Music is played as it is, but for its volume. */
export function ShowPlayback({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const { own } = useShowSettings(podcast.id);
  if (own === undefined) return null;
  return (
    <section className="show-settings" aria-label={t('showSettings.playback')}>
      <h3>{t('showSettings.playback')}</h3>
      {isMusic(podcast.medium) ? <p>{t('effects.musicText')}</p> : <Effects podcastId={podcast.id} />}
      <ShowVolume podcastId={podcast.id} />
    </section>
  );
}

function Effects({ podcastId }: { readonly podcastId: string }) {
  const { t, i18n } = useTranslation();
  const all = useSettings((settings) => settings.playback);
  const { own = {}, change } = useShowSettings(podcastId);
  const onOff = (value: boolean) => t(value ? 'showSettings.on' : 'showSettings.offValue');
  const off = (ms: number) => (ms === 0 ? t('settings.off') : length(t, ms));
  return (
    <>
      <OwnValue
        label={t('settings.speed')}
        own={own.speed}
        all={all.speed}
        values={speeds}
        says={(value) => speedWords(t, value, i18n.language)}
        onChange={(speed) => change({ speed })}
      />
      <OwnValue
        label={t('effects.skipSilence')}
        own={own.skipSilence}
        all={all.skipSilence}
        values={[true, false]}
        says={onOff}
        onChange={(skipSilence) => change({ skipSilence })}
      />
      <OwnValue
        label={t('effects.levelling')}
        own={own.levelling}
        all={all.levelling}
        values={[true, false]}
        says={onOff}
        onChange={(levelling) => change({ levelling })}
      />
      <OwnValue
        label={t('settings.skipIntro')}
        own={own.skipIntroMs}
        all={all.skipIntroMs}
        values={endsMs}
        says={off}
        onChange={(skipIntroMs) => change({ skipIntroMs })}
      />
      <OwnValue
        label={t('settings.skipOutro')}
        own={own.skipOutroMs}
        all={all.skipOutroMs}
        values={endsMs}
        says={off}
        onChange={(skipOutroMs) => change({ skipOutroMs })}
      />
    </>
  );
}

function ShowVolume({ podcastId }: { readonly podcastId: string }) {
  const { t, i18n } = useTranslation();
  const { own = {}, change } = useShowSettings(podcastId);
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  return (
    <OwnValue
      label={t('showSettings.volume')}
      own={own.volumeDb}
      all={0}
      values={volumesDb.filter((value) => value !== 0)}
      says={(value) =>
        value === 0
          ? t('showSettings.asRecorded')
          : t('showSettings.volumeValue', { value: number.format(value) })
      }
      onChange={(volumeDb) => change({ volumeDb })}
    />
  );
}
