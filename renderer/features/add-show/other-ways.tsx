import { FileUp, FolderPlus, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import { sampleFeedUrl } from '../../../core/feed/sample-feed-url.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { FolderProgress } from './folder-progress.tsx';
import { useAddFolder } from './use-add-folder.ts';
import { useSubscribe } from './use-subscribe.ts';

export interface OtherWaysProps {
  readonly isDisabled: boolean;
  /** Why the chosen list could not be read. */
  readonly error: AppError | null;
  readonly onImport: () => void;
  readonly onShow: (podcastId: string) => void;
}

/** A list from another player, a folder of this computer, or the show that ships with the app. */
export function OtherWays({ isDisabled, error, onImport, onShow }: OtherWaysProps) {
  const { t } = useTranslation();
  const { state, start } = useSubscribe(onShow);
  const folder = useAddFolder(onShow);
  const isReading = folder.state.kind === 'choosing' || folder.state.kind === 'reading';
  const failed = [folder.state, state].find((one) => one.kind === 'failed');
  const failure = error ?? failed?.error ?? null;
  return (
    <div className="other-ways">
      <h3>{t('add.other')}</h3>
      <div>
        <Button icon={<FileUp />} disabled={isDisabled || isReading} onClick={onImport}>
          {t('add.import')}
        </Button>
        <Button icon={<FolderPlus />} disabled={isDisabled || isReading} onClick={() => void folder.start()}>
          {t('add.folder')}
        </Button>
        <Button
          icon={<Sparkles />}
          disabled={isDisabled || isReading || state.kind === 'working'}
          onClick={() => void start(sampleFeedUrl)}
        >
          {t('add.sample')}
        </Button>
      </div>
      {folder.state.kind === 'reading' && <FolderProgress state={folder.state} onCancel={folder.cancel} />}
      {failure !== null && <Message tone="failure" {...errorWords(t, failure)} />}
    </div>
  );
}
