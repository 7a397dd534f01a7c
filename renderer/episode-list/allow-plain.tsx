import i18next from 'i18next';
import { LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { allowPlainAudio } from '../library/allow-plain-audio.ts';
import { Button } from '../ui/button.tsx';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';

export interface AllowPlainProps {
  readonly podcastId: string;
  readonly onAllowed?: () => void;
}

/** The answer to a show whose audio comes without encryption; remembered for the show. */
export function AllowPlain({ podcastId, onAllowed }: AllowPlainProps) {
  const { t } = useTranslation();
  const allow = async (): Promise<void> => {
    if (await allowAndTell(podcastId)) onAllowed?.();
  };
  return (
    <Button icon={<LockOpen />} onClick={() => void allow()}>
      {t('plainAudio.allow')}
    </Button>
  );
}

/** Lets the audio of a show come without encryption; says why when that could not be kept. */
export async function allowAndTell(podcastId: string): Promise<boolean> {
  const allowed = await allowPlainAudio(podcastId);
  if (!allowed.ok) notify({ tone: 'failure', ...errorWords(i18next.t, allowed.error) });
  return allowed.ok;
}
