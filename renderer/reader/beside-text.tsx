import { Fragment, memo } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { SentencePlace } from '../../core/transcript/pair-sentences.ts';
import type { Sentence, Transcript } from '../../core/transcript/transcript.ts';
import './beside-text.css';

/** The text that stands beside another, and which of its sentences beside which paragraph. */
export interface Beside {
  readonly transcript: Transcript;
  readonly rows: readonly (readonly SentencePlace[])[];
}

interface BesideTextProps {
  readonly beside: Beside;
  /** Of the text it stands beside. */
  readonly paragraph: number;
  readonly onPlay: (atMs: number) => void;
}

/** What the other text says at a paragraph. Offsets in the document know nothing of it: it carries other marks. */
export const BesideText = memo(function BesideText({
  beside,
  paragraph,
  onPlay,
}: BesideTextProps): ReactNode {
  const { transcript, rows } = beside;
  const groups = byParagraph(rows[paragraph] ?? []);
  const onClick = (event: MouseEvent): void => {
    const atMs = timeAt(event);
    if (atMs === null || document.getSelection()?.isCollapsed === false) return;
    event.stopPropagation();
    onPlay(atMs);
  };
  return (
    <div
      className="beside-text"
      lang={transcript.language === '' ? undefined : transcript.language}
      dir="auto"
      onClick={onClick}
    >
      {groups.map((group) => (
        <p key={group[0]?.paragraph}>
          {group.map((place) => (
            <Fragment key={place.sentence}>{sentenceContent(transcript, place)} </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
});

function byParagraph(row: readonly SentencePlace[]): SentencePlace[][] {
  const groups: SentencePlace[][] = [];
  for (const place of row) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph === place.paragraph) last.push(place);
    else groups.push([place]);
  }
  return groups;
}

function sentenceContent({ paragraphs }: Transcript, { paragraph, sentence }: SentencePlace): ReactNode {
  const { text = '', sentences = [] } = paragraphs[paragraph] ?? {};
  const line = sentences[sentence];
  if (line === undefined) return null;
  return (
    <span data-beside={`${paragraph}.${sentence}`} data-ms={line.startMs}>
      {wordsOf(text, line)}
    </span>
  );
}

function wordsOf(text: string, { start, end, words }: Sentence): ReactNode[] {
  const content: ReactNode[] = [];
  let at = start;
  for (const [index, word] of words.entries()) {
    content.push(text.slice(at, word.start));
    content.push(
      <span key={index} data-beside-word={index} data-ms={word.startMs}>
        {text.slice(word.start, word.end)}
      </span>,
    );
    at = word.end;
  }
  content.push(text.slice(at, end).trimEnd());
  return content;
}

/** When the word under a click is said, ms; null where the text has no times. */
function timeAt({ target, detail, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): number | null {
  if (detail !== 1 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return null;
  const ms = target.closest<HTMLElement>('[data-ms]')?.dataset.ms;
  return ms === undefined ? null : Number(ms);
}
