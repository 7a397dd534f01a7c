import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import type { Chapter } from '../../../core/feed/feed.ts';
import { saysTheSame } from '../../../core/transcript/says-the-same.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { AddTextDialog } from './add-text-dialog.tsx';
import { AlignTrouble } from './align-trouble.tsx';
import { ArticleProgress, TextOffer } from './article-offer.tsx';
import { EpisodeNotes } from './episode-notes.tsx';
import { EpisodeText } from './episode-text.tsx';
import { SourceLine } from './source-line.tsx';
import { useAlignments } from './use-alignments.ts';
import { useArticle } from './use-article.ts';
import { useDroppedTexts } from './use-dropped-texts.ts';
import { useIsLate } from './use-is-late.ts';
import { useTexts } from './use-texts.ts';
import type { Texts } from './use-texts.ts';
import { Waiting } from './waiting.tsx';
import { WordsTabs } from './words-tabs.tsx';

interface EpisodeWordsProps {
  readonly view: EpisodeView;
  readonly chapters: readonly Chapter[];
  readonly floor: HTMLElement | null;
}

/** The words of the episode: its texts, its article with pictures, its notes, what there is of them to choose from. */
export function EpisodeWords({ view, chapters, floor }: EpisodeWordsProps): ReactNode {
  const { t } = useTranslation();
  const { id: episodeId, link } = view.episode;
  const { texts, again } = useTexts(episodeId);
  const alignments = useAlignments(view);
  const article = useArticle(view);
  const [isAdding, setAdding] = useState(false);
  useDroppedTexts(episodeId);
  const isTold = useIsTold(view, texts);
  const isLate = useIsLate(texts.state === 'loading');
  if (texts.state === 'loading') return isLate ? <Waiting label={t('episode.loadingText')} /> : null;
  const add = (): void => setAdding(true);
  const notesHtml = view.detail?.notesHtml ?? '';
  const notes = notesHtml === '' ? null : <EpisodeNotes view={view} html={notesHtml} />;
  const failed = texts.state === 'failed' ? [texts.error] : texts.failed;
  const fetchAgain = (): void => {
    again();
    if (texts.state === 'here' && texts.articleHtml !== null) article.reload?.();
  };
  const hasText = texts.state === 'here' && texts.texts.length > 0;
  const text = hasText && (
    <>
      {failed[0] !== undefined && <TextTrouble error={failed[0]} isPartial onAgain={fetchAgain} />}
      <ArticleProgress article={article} link={link} />
      <AlignTrouble row={alignments.row} />
      <EpisodeText
        view={view}
        alignments={alignments}
        texts={texts.texts}
        actions={{ add, fetchAgain, loadArticle: article.load }}
        chapters={chapters}
        floor={floor}
      />
    </>
  );
  return (
    <>
      {text === false ? (
        <>
          {failed[0] === undefined ? (
            <SourceLine text={notes === null ? t('episode.noWords') : t('episode.noText')} />
          ) : (
            <TextTrouble error={failed[0]} onAgain={again} />
          )}
          <TextOffer article={article} link={link} onAdd={add} />
          <ArticleProgress article={article} link={link} />
          {notes ?? <p className="episode-no-words">{t('episode.noWordsText')}</p>}
        </>
      ) : (
        <WordsTabs
          episodeId={episodeId}
          text={text}
          notes={isTold ? null : notes}
          article={articleOf(view, texts)}
        />
      )}
      <AddTextDialog episodeId={episodeId} open={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

/** Whether the notes are the text itself: nothing is shown twice. */
function useIsTold({ detail }: EpisodeView, texts: Texts): boolean {
  const notesHtml = detail?.notesHtml ?? '';
  const fromFeed = texts.state === 'here' ? texts.texts.find(({ key }) => key === 'feed') : undefined;
  return useMemo(
    () => fromFeed !== undefined && saysTheSame(notesHtml, fromFeed.transcript),
    [notesHtml, fromFeed],
  );
}

/** Shown apart only where it has what the reader leaves out. */
function articleOf(view: EpisodeView, texts: { readonly articleHtml?: string | null }): ReactNode {
  const html = texts.articleHtml ?? '';
  return html.includes('<img ') ? <EpisodeNotes view={view} html={html} isArticle /> : null;
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
