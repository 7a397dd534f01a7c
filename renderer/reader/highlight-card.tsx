import { Link2, Play, Trash2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyHighlight } from '../highlights/copy-highlight.ts';
import { deleteHighlight } from '../highlights/delete-highlight.ts';
import { HighlightForm } from '../highlights/highlight-form.tsx';
import type { HighlightRow } from '../library/rows.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { clock } from '../words/format.ts';
import '../ui/menu.css';

interface HighlightCardProps {
  readonly highlight: HighlightRow;
  readonly startsWithNote: boolean;
  /** When its words are said, ms; null where nothing says so. */
  readonly atMs: number | null;
  /** Where its words stand in the window now. */
  readonly measure: () => DOMRect;
  readonly onPlay: (atMs: number) => void;
  /** Takes the focus when the card is gone. */
  readonly onFocusBack: () => void;
  readonly onClose: () => void;
}

/** A highlight looked at closely, beside its words: colour, note, tags, and what can be done with it. */
export function HighlightCard(props: HighlightCardProps): ReactNode {
  const { highlight, startsWithNote, atMs, onClose } = props;
  const { t } = useTranslation();
  const measure = useRef(props.measure);
  useEffect(() => {
    measure.current = props.measure;
  });
  const anchor = useRef({ getBoundingClientRect: () => measure.current() });
  const remove = async (): Promise<void> => {
    if (await deleteHighlight(highlight)) onClose();
  };
  const play = (): void => {
    if (atMs !== null) props.onPlay(atMs);
    onClose();
  };
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="popover mark-card"
          aria-label={t('highlights.card')}
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
          // Its words move when the page scrolls.
          updatePositionStrategy="always"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            props.onFocusBack();
          }}
        >
          <HighlightForm key={highlight.id} highlight={highlight} startsWithNote={startsWithNote} />
          <div className="mark-card-actions">
            {atMs !== null && (
              <Button icon={<Play />} onClick={play}>
                {t('highlights.playFrom', { time: clock(atMs) })}
              </Button>
            )}
            <IconButton label={t('highlights.copyLink')} onClick={() => void copyHighlight(highlight)}>
              <Link2 />
            </IconButton>
            <IconButton label={t('highlights.delete')} onClick={() => void remove()}>
              <Trash2 />
            </IconButton>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
