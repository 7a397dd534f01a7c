import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/settings/settings.ts';
import { useEffects } from '../../player/effects/effects-store.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { length, speed as speedWords } from '../../words/format.ts';
import { changeAndTell } from './change-and-tell.ts';
import { RangeSetting } from './range-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';

type Playback = Settings['playback'];

interface PartProps {
  readonly playback: Playback;
  readonly change: (patch: Partial<Playback>) => void;
}

/** How episodes sound, where they begin and end, and what follows them; a show may have its own of the first ones. */
export function PlaybackSettings() {
  const { t } = useTranslation();
  const playback = useSettings((settings) => settings.playback);
  const change = (patch: Partial<Playback>) =>
    void changeAndTell({ playback: { ...useSettings.getState().playback, ...patch } });
  const parts = { playback, change };
  return (
    <SettingGroup title={t('settings.playback')}>
      <Sound {...parts} />
      <Ends {...parts} />
      <Jumps {...parts} />
      <Going {...parts} />
    </SettingGroup>
  );
}

function Sound({ playback, change }: PartProps) {
  const { t, i18n } = useTranslation();
  const saved = useEffects((effects) => effects.savedInAllMs);
  return (
    <>
      <RangeSetting
        label={t('settings.speed')}
        range={{ min: 0.5, max: 3.5, step: 0.05 }}
        value={playback.speed}
        says={speedWords(t, playback.speed, i18n.language)}
        onChange={(speed) => change({ speed: Math.round(speed * 20) / 20 })}
      />
      <SwitchSetting
        label={t('effects.skipSilence')}
        text={t('effects.skipSilenceText')}
        checked={playback.skipSilence}
        onChange={(skipSilence) => change({ skipSilence })}
      />
      <SwitchSetting
        label={t('effects.levelling')}
        text={t('effects.levellingText')}
        checked={playback.levelling}
        onChange={(levelling) => change({ levelling })}
      />
      {saved >= 1000 && (
        <Setting label={t('settings.savedInAll')}>
          <output>{length(t, saved)}</output>
        </Setting>
      )}
    </>
  );
}

function Ends({ playback, change }: PartProps) {
  const { t } = useTranslation();
  const words = (ms: number) => (ms === 0 ? t('settings.off') : length(t, ms));
  const upTo = { min: 0, max: 300, step: 5 };
  return (
    <>
      <RangeSetting
        label={t('settings.skipIntro')}
        text={t('settings.skipEndsText')}
        range={upTo}
        value={playback.skipIntroMs / 1000}
        says={words(playback.skipIntroMs)}
        onChange={(seconds) => change({ skipIntroMs: seconds * 1000 })}
      />
      <RangeSetting
        label={t('settings.skipOutro')}
        range={upTo}
        value={playback.skipOutroMs / 1000}
        says={words(playback.skipOutroMs)}
        onChange={(seconds) => change({ skipOutroMs: seconds * 1000 })}
      />
      <RangeSetting
        label={t('settings.playedWithin')}
        text={t('settings.playedWithinText')}
        range={{ min: 0, max: 120, step: 5 }}
        value={playback.playedWithinMs / 1000}
        says={
          playback.playedWithinMs === 0
            ? t('settings.atTheEnd')
            : t('settings.playedWithinValue', { time: length(t, playback.playedWithinMs) })
        }
        onChange={(seconds) => change({ playedWithinMs: seconds * 1000 })}
      />
    </>
  );
}

function Jumps({ playback, change }: PartProps) {
  const { t } = useTranslation();
  const seconds = { min: 5, max: 120, step: 5 };
  return (
    <>
      <RangeSetting
        label={t('settings.backJump')}
        range={seconds}
        value={playback.backMs / 1000}
        says={length(t, playback.backMs)}
        onChange={(value) => change({ backMs: value * 1000 })}
      />
      <RangeSetting
        label={t('settings.forwardJump')}
        range={seconds}
        value={playback.forwardMs / 1000}
        says={length(t, playback.forwardMs)}
        onChange={(value) => change({ forwardMs: value * 1000 })}
      />
      <SwitchSetting
        label={t('settings.rewind')}
        text={t('settings.rewindText')}
        checked={playback.rewindAfterPause}
        onChange={(rewindAfterPause) => change({ rewindAfterPause })}
      />
    </>
  );
}

function Going({ playback, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <SwitchSetting
        label={t('settings.autoAdvance')}
        text={t('settings.autoAdvanceText')}
        checked={playback.autoAdvance}
        onChange={(autoAdvance) => change({ autoAdvance })}
      />
      <Setting label={t('settings.enqueueAt')}>
        <Choice
          label={t('settings.enqueueAt')}
          value={playback.enqueueAt}
          options={[
            { value: 'next', label: t('settings.enqueueNext') },
            { value: 'last', label: t('settings.enqueueLast') },
          ]}
          onChange={(enqueueAt) => change({ enqueueAt })}
        />
      </Setting>
      <SwitchSetting
        label={t('settings.keepStreamed')}
        text={t('settings.keepStreamedText')}
        checked={playback.keepStreamed}
        onChange={(keepStreamed) => change({ keepStreamed })}
      />
      <SwitchSetting
        label={t('settings.sleepFade')}
        text={t('settings.sleepFadeText')}
        checked={playback.sleepFade}
        onChange={(sleepFade) => change({ sleepFade })}
      />
    </>
  );
}
