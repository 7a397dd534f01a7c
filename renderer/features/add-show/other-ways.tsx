import { FileUp, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import { sampleFeedUrl } from '../../../core/feed/sample-feed-url.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { useSubscribe } from './use-subscribe.ts';

export interface OtherWaysProps {
  readonly isDisabled: boolean;
  /** Why the chosen list could not be read. */
  readonly error: AppError | null;
  readonly onImport: () => void;
  readonly onShow: (podcastId: string) => void;
}

/** A list from another player, or the show that ships with the app. */
export function OtherWays({ isDisabled, error, onImport, onShow }: OtherWaysProps) {
  const { t } = useTranslation();
  const { state, start } = useSubscribe(onShow);
  const failure = error ?? (state.kind === 'failed' ? state.error : null);
  return (
    <div className="other-ways">
      <h3>{t('add.other')}</h3>
      <div>
        <Button icon={<FileUp />} disabled={isDisabled} onClick={onImport}>
          {t('add.import')}
        </Button>
        <Button
          icon={<Sparkles />}
          disabled={isDisabled || state.kind === 'working'}
          onClick={() => void start(sampleFeedUrl)}
        >
          {t('add.sample')}
        </Button>
      </div>
      {failure !== null && <Message tone="failure" {...errorWords(t, failure)} />}
    </div>
  );
}
