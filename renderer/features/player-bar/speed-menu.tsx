import { useTranslation } from 'react-i18next';
import { useEffects } from '../../player/effects/effects-store.ts';
import { setSpeed } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { speed as speedWords } from '../../words/format.ts';
import { EffectSwitches } from './effect-switches.tsx';

const usual = [0.8, 1, 1.2, 1.5, 1.8, 2] as const;
const slowest = 0.5;
const fastest = 3.5;

/** Playing speed: the usual ones, and any between; and what else is done to the sound. */
export function SpeedMenu() {
  const { t, i18n } = useTranslation();
  const speed = usePlayback((playback) => playback.speed);
  const isMusic = useEffects((effects) => effects.inForce.isMusic);
  const words = (value: number) => speedWords(t, value, i18n.language);
  const trigger = (
    <button
      type="button"
      className="speed-button"
      aria-label={t('player.speed')}
      aria-description={words(speed)}
      title={t('player.speed')}
      data-speed={words(speed)}
    />
  );
  return (
    <Popover label={t('player.speed')} side="top" trigger={trigger}>
      <div className="speed-panel">
        <output>{words(speed)}</output>
        <Slider
          label={t('player.speed')}
          value={Math.round((speed - slowest) * 100) / 100}
          max={fastest - slowest}
          step={0.05}
          disabled={isMusic}
          valueText={words(speed)}
          onChange={(value) => setSpeed(Math.round((value + slowest) * 100) / 100)}
        />
        <div className="speed-usual">
          {usual.map((value) => (
            <button
              key={value}
              type="button"
              className="chip"
              aria-pressed={value === speed}
              disabled={isMusic}
              onClick={() => setSpeed(value)}
            >
              {words(value)}
            </button>
          ))}
        </div>
        <EffectSwitches />
      </div>
    </Popover>
  );
}
