import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEffects } from '../../player/effects/effects-store.ts';
import { takeBackLeftOut } from '../../player/effects/take-back-left-out.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { notify } from '../../ui/notices.tsx';
import { length } from '../../words/format.ts';

/** Says once that an intro or outro was left out, and offers it. Draws nothing itself. */
export function LeftOutNotice(): null {
  const { t } = useTranslation();
  const leftOut = useEffects((effects) => effects.leftOut);
  const isPlaying = usePlayback(({ state }) => state === 'playing' || state === 'loading');
  const isDue = leftOut !== null && (isPlaying || leftOut.kind === 'outro');
  useEffect(() => {
    if (!isDue) return;
    const time = length(t, leftOut.lengthMs);
    notify({
      tone: 'info',
      title:
        leftOut.kind === 'intro' ? t('effects.introLeftOut', { time }) : t('effects.outroLeftOut', { time }),
      action: { label: t('effects.hearIt'), onSelect: () => void takeBackLeftOut(leftOut) },
    });
    useEffects.setState({ leftOut: null });
  }, [isDue, leftOut, t]);
  return null;
}
