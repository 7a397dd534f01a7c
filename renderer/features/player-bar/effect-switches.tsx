import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';
import { changeEffects, isOnlyForShow, keepOnlyForShow } from '../../player/effects/change-effects.ts';
import { useEffects } from '../../player/effects/effects-store.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { notify } from '../../ui/notices.tsx';
import { Switch } from '../../ui/switch.tsx';
import { errorWords } from '../../words/error-words.ts';
import { length } from '../../words/format.ts';

/** Levelled voices and skipped silence, for all shows or for this one, and what is known for them. */
export function EffectSwitches() {
  const { t } = useTranslation();
  const { inForce, show } = useEffects();
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  if (inForce.isMusic) return <p className="effects-note">{t('effects.musicText')}</p>;
  return (
    <div className="effects">
      <Line
        label={t('effects.skipSilence')}
        checked={inForce.skipSilence}
        onChange={(skipSilence) => void tellFailure(changeEffects({ skipSilence }))}
      />
      <Line
        label={t('effects.levelling')}
        checked={inForce.levelling}
        onChange={(levelling) => void tellFailure(changeEffects({ levelling }))}
      />
      {!isIdle && (
        <Line
          label={t('effects.onlyShow')}
          checked={isOnlyForShow(show)}
          onChange={(only) => void tellFailure(keepOnlyForShow(only))}
        />
      )}
      <Known />
    </div>
  );
}

interface LineProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Line({ label, checked, onChange }: LineProps) {
  return (
    <div className="effects-line">
      <span>{label}</span>
      <Switch label={label} checked={checked} onChange={onChange} />
    </div>
  );
}

/** Why an effect does nothing yet, or what it has brought. */
function Known() {
  const { t } = useTranslation();
  const { inForce, analysis, savedMs, savedInAllMs } = useEffects();
  const local = usePlayback((playback) => playback.local);
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  if (isIdle || (!inForce.levelling && !inForce.skipSilence)) return null;
  if (analysis.kind === 'running') {
    const percent = Math.round(analysis.share * 100);
    return (
      <p className="effects-note" role="status">
        {t('effects.listening', { percent })}
      </p>
    );
  }
  if (analysis.kind === 'failed') {
    const { title, advice } = errorWords(t, analysis.error);
    return (
      <p className="effects-note" role="status">
        {title}. {advice}
      </p>
    );
  }
  if (!local) return <p className="effects-note">{t('effects.notLocal')}</p>;
  if (!inForce.skipSilence) return null;
  return (
    <p className="effects-note">
      {t('effects.saved', { time: length(t, savedMs), all: length(t, savedInAllMs) })}
    </p>
  );
}

async function tellFailure(change: Promise<Result<unknown>>): Promise<void> {
  const result: { ok: true } | { ok: false; error: AppError } = await change;
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
}
