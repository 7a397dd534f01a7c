import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import type { Chapter } from '../../../core/feed/feed.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { AlignTrouble } from './align-trouble.tsx';
import { EpisodeNotes } from './episode-notes.tsx';
import { EpisodeText } from './episode-text.tsx';
import { SourceLine } from './source-line.tsx';
import { useIsLate } from './use-is-late.ts';
import { useAlignments } from './use-alignments.ts';
import { useTexts } from './use-texts.ts';
import { Waiting } from './waiting.tsx';

interface EpisodeWordsProps {
  readonly view: EpisodeView;
  readonly chapters: readonly Chapter[];
  readonly floor: HTMLElement | null;
}

/** The words of the episode: its transcript, its notes, or both to choose from. */
export function EpisodeWords({ view, chapters, floor }: EpisodeWordsProps): ReactNode {
  const { t } = useTranslation();
  const { texts, again } = useTexts(view.episode.id);
  const alignments = useAlignments(view);
  const isLate = useIsLate(texts.state === 'loading');
  const notesHtml = view.detail?.notesHtml ?? '';
  const notes = <EpisodeNotes view={view} html={notesHtml} />;
  if (texts.state === 'loading') return isLate ? <Waiting label={t('episode.loadingText')} /> : null;
  if (texts.state === 'failed' || texts.transcripts.length === 0) {
    const error = texts.state === 'failed' ? texts.error : texts.failed[0];
    return (
      <>
        {error === undefined ? (
          <SourceLine text={notesHtml === '' ? t('episode.noWords') : t('episode.noText')} />
        ) : (
          <TextTrouble error={error} onAgain={again} />
        )}
        {notesHtml === '' ? <p className="episode-no-words">{t('episode.noWordsText')}</p> : notes}
      </>
    );
  }
  const [partFailed] = texts.failed;
  const text = (
    <>
      {partFailed !== undefined && <TextTrouble error={partFailed} isPartial onAgain={again} />}
      <AlignTrouble row={alignments.row} />
      <EpisodeText {...{ view, alignments, chapters, floor }} transcripts={texts.transcripts} />
    </>
  );
  return notesHtml === '' ? text : <TextOrNotes text={text} notes={notes} />;
}

function TextOrNotes({ text, notes }: { readonly text: ReactNode; readonly notes: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [shown, setShown] = useState('text');
  return (
    <Tabs.Root value={shown} onValueChange={setShown}>
      <Tabs.List className="episode-tabs" aria-label={t('episode.views')}>
        <Tabs.Trigger className="episode-tab" value="text">
          {t('episode.text')}
        </Tabs.Trigger>
        <Tabs.Trigger className="episode-tab" value="notes">
          {t('episode.notes')}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="text" tabIndex={-1}>
        {text}
      </Tabs.Content>
      <Tabs.Content value="notes" tabIndex={-1}>
        {notes}
      </Tabs.Content>
    </Tabs.Root>
  );
}

interface TextTroubleProps {
  readonly error: AppError;
  /** Other versions of the text are here. */
  readonly isPartial?: boolean;
  readonly onAgain: () => void;
}

function TextTrouble({ error, isPartial = false, onAgain }: TextTroubleProps): ReactNode {
  const { t } = useTranslation();
  const { title, advice } = errorWords(t, error);
  return (
    <div className="episode-trouble">
      <Message
        tone={isPartial ? 'info' : 'failure'}
        title={isPartial ? t('episode.someTextFailed') : t('episode.textFailed')}
        advice={`${title}. ${advice}`}
      >
        <Button onClick={onAgain}>{t('common.tryAgain')}</Button>
      </Message>
    </div>
  );
}
