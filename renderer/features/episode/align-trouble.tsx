import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import type { AlignmentRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';

/** Why the words could not be matched with the sound, until it is tried again or read. */
export function AlignTrouble({ row }: { readonly row: AlignmentRow | null }): ReactNode {
  const { t } = useTranslation();
  if (row?.state !== 'failed' || row.error === undefined) return null;
  const { episodeId, textHash } = row;
  return (
    <div className="episode-trouble">
      <Message tone="failure" {...errorWords(t, row.error)}>
        <Button onClick={() => void runAndTell({ kind: 'request-alignment', episodeId, textHash })}>
          {t('common.tryAgain')}
        </Button>
        <Button tone="quiet" onClick={() => void runAndTell({ kind: 'cancel-alignment', episodeId })}>
          {t('align.dismiss')}
        </Button>
      </Message>
    </div>
  );
}
