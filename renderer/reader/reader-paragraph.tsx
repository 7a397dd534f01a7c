import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Paragraph, Sentence } from '../../core/transcript/transcript.ts';
import type { ParagraphBlock } from './blocks.ts';

interface ReaderParagraphProps {
  readonly block: ParagraphBlock;
  /** One paragraph at a time is a tab stop; the arrow keys go on from there. */
  readonly isTabStop: boolean;
  /** Words answer to a click only where the text has times. */
  readonly isTimed: boolean;
}

/** A paragraph of the text. Its text content is exactly `paragraph.text`, which offsets in the document rely on. */
export const ReaderParagraph = memo(function ReaderParagraph({
  block,
  isTabStop,
  isTimed,
}: ReaderParagraphProps): ReactNode {
  const Element = block.paragraph.heading === true ? 'h2' : 'p';
  return (
    <div className={block.isQuoted ? 'reader-said' : undefined}>
      {block.speaker !== null && <div className="reader-speaker">{block.speaker}</div>}
      <Element
        className="reader-paragraph"
        data-paragraph={block.index}
        data-timed={isTimed || undefined}
        tabIndex={isTabStop ? 0 : -1}
      >
        {paragraphContent(block.paragraph)}
      </Element>
    </div>
  );
});

function paragraphContent({ text, sentences }: Paragraph): ReactNode[] {
  const content: ReactNode[] = [];
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    content.push(text.slice(at, sentence.start));
    content.push(
      <span key={index} data-sentence={index}>
        {sentenceContent(text, sentence)}
      </span>,
    );
    at = sentence.end;
  }
  content.push(text.slice(at));
  return content;
}

function sentenceContent(text: string, { start, end, words }: Sentence): ReactNode[] {
  const content: ReactNode[] = [];
  let at = start;
  for (const [index, word] of words.entries()) {
    content.push(text.slice(at, word.start));
    content.push(
      <span key={index} data-word={index}>
        {text.slice(word.start, word.end)}
      </span>,
    );
    at = word.end;
  }
  content.push(text.slice(at, end));
  return content;
}
