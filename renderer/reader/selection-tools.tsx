import { Copy, Link2, MessageSquarePlus } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { highlightColours } from '../../core/highlights/highlight.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { selectedText } from './selected-text.ts';
import type { Highlighting } from './use-highlighting.ts';
import type { SelectedStretch } from './use-selected-stretch.ts';
import '../highlights/highlights.css';

interface SelectionToolsProps {
  readonly stretch: SelectedStretch;
  readonly transcript: Transcript;
  readonly highlighting: Highlighting;
}

/** What can be done with the selected words, beside them. The next stop of the Tab key after the text. */
export function SelectionTools({ stretch, transcript, highlighting }: SelectionToolsProps): ReactNode {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bar.current !== null) place(bar.current, stretch);
  }, [stretch]);
  const copy = (): void =>
    void navigator.clipboard.writeText(selectedText(transcript, stretch.from, stretch.to));
  return (
    <Toolbar.Root
      ref={bar}
      className="selection-tools"
      aria-label={t('highlights.tools')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {highlightColours.map((colour) => (
        <Toolbar.Button key={colour} asChild>
          <IconButton
            size="small"
            label={t(`highlights.colours.${colour}`)}
            onClick={() => void highlighting.highlight({ colour })}
          >
            <span className="mark-swatch" data-colour={colour} />
          </IconButton>
        </Toolbar.Button>
      ))}
      <Toolbar.Separator className="selection-tools-line" />
      <Toolbar.Button asChild>
        <IconButton
          size="small"
          label={t('highlights.note')}
          hint="N"
          onClick={() => void highlighting.highlight({ withNote: true })}
        >
          <MessageSquarePlus />
        </IconButton>
      </Toolbar.Button>
      <Toolbar.Button asChild>
        <IconButton size="small" label={t('highlights.copy')} hint="Ctrl C" onClick={copy}>
          <Copy />
        </IconButton>
      </Toolbar.Button>
      <Toolbar.Button asChild>
        <IconButton
          size="small"
          label={t('highlights.copyLink')}
          hint="Ctrl Shift C"
          onClick={() => void highlighting.copy()}
        >
          <Link2 />
        </IconButton>
      </Toolbar.Button>
    </Toolbar.Root>
  );
}

const gap = 8;

/** Above the first line, or below the last where what sticks to the top leaves no room; inside the column. */
function place(bar: HTMLElement, { top, bottom }: SelectedStretch): void {
  const around = bar.offsetParent?.getBoundingClientRect();
  if (around === undefined) return;
  const { offsetWidth: width, offsetHeight: height } = bar;
  const head = bar.parentElement?.querySelector('.reader-head')?.getBoundingClientRect();
  const hasRoomAbove = top.top - height - gap > (head?.bottom ?? 0);
  const at = hasRoomAbove ? top.top - height - gap : bottom.bottom + gap;
  const middle = (hasRoomAbove ? top : bottom).left + (hasRoomAbove ? top : bottom).width / 2;
  const left = Math.max(0, Math.min(middle - around.left - width / 2, around.width - width));
  bar.style.top = `${at - around.top}px`;
  bar.style.left = `${left}px`;
}
