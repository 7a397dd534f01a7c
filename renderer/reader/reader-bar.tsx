import { AudioLines, Highlighter, Search } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { duration } from '../words/format.ts';
import { TextSettings } from './text-settings.tsx';

interface ReaderBarProps {
  readonly source: ReactNode;
  readonly action: ReactNode;
  /** More tools, at the end. */
  readonly tools: ReactNode;
  /** How long the text takes to read, ms. */
  readonly readingMs: number;
  readonly isTimed: boolean;
  readonly isFollowing: boolean;
  readonly isFinding: boolean;
  readonly onToggleFollow: () => void;
  readonly onHighlight: () => void;
  readonly onToggleFind: () => void;
}

/** Over the text: where it comes from, and the reader's tools; in two lines where one has no room for both. */
export function ReaderBar(props: ReaderBarProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="reader-bar">
      <div className="reader-source">{props.source}</div>
      <div className="reader-tools">
        <div className="reader-action">{props.action}</div>
        <span className="reader-time">{t('reader.timeToRead', { time: duration(t, props.readingMs) })}</span>
        {props.isTimed && (
          <button
            type="button"
            className="reader-follow"
            aria-pressed={props.isFollowing}
            onClick={props.onToggleFollow}
          >
            <AudioLines aria-hidden="true" />
            <span>{t('reader.followAudio')}</span>
          </button>
        )}
        <TextSettings />
        <IconButton
          label={t('reader.highlight')}
          hint="H"
          size="small"
          onMouseDown={keepSelection}
          onClick={props.onHighlight}
        >
          <Highlighter />
        </IconButton>
        <IconButton
          label={t('reader.find')}
          hint="Ctrl F"
          size="small"
          aria-expanded={props.isFinding}
          onClick={props.onToggleFind}
        >
          <Search />
        </IconButton>
        {props.tools}
      </div>
    </div>
  );
}

/** The button is about what is selected: pressing it must not take the selection away. */
function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
