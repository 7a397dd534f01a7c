import type { TFunction } from 'i18next';
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AboutEpisode } from '../../core/export/exported-text.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { clock } from '../words/format.ts';
import { BesideText } from './beside-text.tsx';
import type { Beside } from './beside-text.tsx';
import type { Block } from './blocks.ts';
import { copiedText } from './copied-text.ts';
import type { CopiedText } from './copied-text.ts';
import { placeAtPoint } from './place-at-point.ts';
import { ReaderParagraph } from './reader-paragraph.tsx';
import type { TextPoint } from '../../core/transcript/text-point.ts';
import type { TextPlace } from './text-place.ts';
import type { Caret } from './use-caret.ts';
import { copySelection } from './use-selection.ts';
import type { Text } from './use-text.ts';

interface ReaderTextProps {
  readonly about: AboutEpisode;
  readonly transcript: Transcript;
  readonly beside: Beside | null;
  readonly text: Text;
  readonly caret: Caret;
  readonly onPlay: (place: TextPlace) => void;
  readonly onPlayBeside: (atMs: number) => void;
}

/** The article. Rows are placed by the virtualizer; only those near the window exist. */
export function ReaderText(props: ReaderTextProps): ReactNode {
  const { about, transcript, beside, text, caret, onPlay } = props;
  const { t } = useTranslation();
  const { rows, blocks, root } = text;
  const copyOf = (from: TextPoint, to: TextPoint): CopiedText =>
    copiedText({ transcript, about, from, to, nameSource: (source, atMs) => sourceName(t, source, atMs) });
  const onClick = (event: MouseEvent): void => {
    const place = isPlainClick(event) ? placeAtPoint(transcript, event) : null;
    if (place !== null) onPlay(place);
  };
  return (
    <article
      className="reader-text"
      data-beside={beside === null ? undefined : ''}
      aria-label={t('reader.transcript')}
      lang={transcript.language === '' ? undefined : transcript.language}
      dir="auto"
      style={typographyStyle(text)}
      onClick={onClick}
      onCopy={(event) => root !== null && copySelection(event, root, copyOf)}
      onFocus={caret.onFocus}
      onKeyDown={caret.onKeyDown}
    >
      <div ref={text.setRoot} className="reader-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            className="reader-row"
            style={{ top: row.start - rows.options.scrollMargin }}
          >
            <RowContent {...props} block={blocks[row.index]} />
          </div>
        ))}
      </div>
    </article>
  );
}

function RowContent({
  block,
  transcript,
  text,
  beside,
  onPlayBeside,
}: ReaderTextProps & { readonly block: Block | undefined }): ReactNode {
  if (block === undefined) return null;
  if (block.kind === 'chapter') {
    return (
      <h2 className="reader-chapter">
        <time>{clock(block.chapter.startMs)}</time> {block.chapter.title}
      </h2>
    );
  }
  const isTimed = transcript.timing !== 'none';
  const paragraph = (
    <ReaderParagraph block={block} isTabStop={block.index === text.tabStop} isTimed={isTimed} />
  );
  if (beside === null) return paragraph;
  return (
    <div className="beside-row">
      {paragraph}
      <BesideText beside={beside} paragraph={block.index} onPlay={onPlayBeside} />
    </div>
  );
}

/** Selecting text and links with modifiers are not clicks on a word. */
function isPlainClick(event: MouseEvent): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return event.detail === 1 && !isModified && document.getSelection()?.isCollapsed !== false;
}

function sourceName(t: TFunction, { title, show }: AboutEpisode, atMs: number | null): string {
  if (atMs === null) return t('reader.copiedFrom', { title, show });
  return t('reader.copiedFromAt', { title, show, time: clock(atMs) });
}

function typographyStyle({ typography }: Text): CSSProperties {
  return {
    '--reader-font': typography.font === 'serif' ? 'var(--font-text)' : 'var(--font-ui)',
    '--reader-size': `${typography.size}px`,
    '--reader-leading': typography.lineHeight,
    '--reader-measure': `${typography.width}`,
  } as CSSProperties;
}
