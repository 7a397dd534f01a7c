import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from './use-reading.ts';
import { WayBack } from './way-back.tsx';

interface OtherPlaceProps {
  readonly isTimed: boolean;
  readonly reading: Reading;
  /** Where the listener left the episode, ms. */
  readonly listenedMs: number;
}

/** Reading and listening have places of their own: the way to the one that is not in view. */
export function OtherPlace({ isTimed, reading, listenedMs }: OtherPlaceProps): ReactNode {
  const { t } = useTranslation();
  const { offer, isInPlayer, follow } = reading;
  if (offer !== null) return <WayBack label={t('reader.toReading')} onBack={offer} />;
  const hasVoice = isTimed && (isInPlayer || listenedMs > 0);
  if (!hasVoice || follow !== 'released') return null;
  const label = isInPlayer ? t('reader.backToVoice') : t('reader.toListened');
  return <WayBack label={label} onBack={reading.comeBack} />;
}
