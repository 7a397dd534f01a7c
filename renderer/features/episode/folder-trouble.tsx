import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppError } from '../../../core/app-error.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { chooseFolderAgain } from '../../library/add-folder.ts';
import { refreshFeed } from '../../library/refresh-feed.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { tellFailure } from './tell-failure.ts';

interface FolderTroubleProps {
  readonly episodeId: string;
  readonly podcastId: string;
  readonly error: Pick<AppError, 'code'>;
}

/** Why the file of a folder show is not there, and what can be done about it. */
export function FolderTrouble({ episodeId, podcastId, error }: FolderTroubleProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const isFolderGone = error.code === 'show-folder-gone';
  const forget = async (): Promise<void> => {
    navigate(`/show/${podcastId}`);
    await runAndTell(
      { kind: 'forget-episodes', episodeIds: [episodeId] },
      t('folder.forgotten', { count: 1 }),
    );
  };
  return (
    <>
      <Message tone="failure" {...errorWords(t, error)}>
        <Button onClick={() => void refreshFeed(podcastId)}>{t('folder.lookAgain')}</Button>
        {isFolderGone ? (
          <Button onClick={() => void chooseFolderAgain(podcastId).then(tellFailure)}>
            {t('folder.choose')}
          </Button>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('folder.forget')}</Button>
        )}
      </Message>
      <Confirm
        open={isAsking}
        title={t('folder.forgetTitle', { count: 1 })}
        text={t('folder.forgetText')}
        confirmLabel={t('folder.forget')}
        cancelLabel={t('common.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void forget()}
      />
    </>
  );
}
