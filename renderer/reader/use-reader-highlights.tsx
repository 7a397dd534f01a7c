import { useEffect } from 'react';
import type { ReactNode } from 'react';
import i18next from 'i18next';
import { startMsAt } from '../../core/highlights/time-of-point.ts';
import { highlightIsShown, useShownHighlight } from '../highlights/shown-highlight.ts';
import { notify } from '../ui/notices.tsx';
import { HighlightCard } from './highlight-card.tsx';
import type { ReaderOptions } from './reader-options.ts';
import { SelectionTools } from './selection-tools.tsx';
import { stretchToMark } from './stretch-to-mark.ts';
import { spanOfPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';
import { paragraphElement, textRange } from './text-range.ts';
import type { TextSpan } from './text-range.ts';
import { windowBand } from './text-view.ts';
import type { Caret } from './use-caret.ts';
import { useHighlightKeys } from './use-highlight-keys.ts';
import { useHighlighting } from './use-highlighting.ts';
import type { OpenCard } from './use-highlighting.ts';
import { markAt, useMarks } from './use-marks.ts';
import type { Marks } from './use-marks.ts';
import { usePaintedMarks } from './use-painted-marks.ts';
import type { Reading } from './use-reading.ts';
import { useSelectedStretch } from './use-selected-stretch.ts';
import type { Text } from './use-text.ts';

export interface ReaderHighlights {
  /** Highlights what is meant now. */
  readonly highlight: () => void;
  /** Opens the card of the highlight that holds a word; false when none does. */
  readonly openAt: (place: TextPlace) => boolean;
  /** Tools beside the selection, the open card, words for assistive technology. */
  readonly overlay: ReactNode;
}

interface Needs {
  readonly options: ReaderOptions;
  readonly text: Text;
  readonly caret: Caret;
  readonly reading: Reading;
}

/** Highlights in the text: painted, made, looked at, and shown when another screen asks. */
export function useReaderHighlights({ options, text, caret, reading }: Needs): ReaderHighlights {
  const { episodeId, transcript } = options;
  const { root } = text;
  const marks = useMarks(episodeId, transcript);
  const selected = useSelectedStretch(root);
  const highlighting = useHighlighting({
    options,
    marks,
    stretch: () =>
      stretchToMark(transcript, {
        selected,
        caret: caret.place(),
        hasFocus: root?.contains(document.activeElement) ?? false,
        voice: saidSentence(reading),
      }),
  });
  usePaintedMarks(root, marks);
  useHighlightKeys(highlighting);
  const { openCard } = highlighting;
  useWantedHighlight({ episodeId, marks, isReady: text.view !== null }, (span, card) => {
    reading.leave();
    text.view?.show(span, windowBand);
    openCard(card);
  });
  const open = marks.highlights.find(({ id }) => id === highlighting.card?.highlightId);
  return {
    highlight: () => void highlighting.highlight(),
    openAt: (place) => {
      const span = spanOfPlace(transcript, place);
      const mark = span === null ? null : markAt(marks, span);
      if (mark !== null) openCard({ highlightId: mark.id, startsWithNote: false });
      return mark !== null;
    },
    overlay: (
      <>
        {selected !== null && open === undefined && (
          <SelectionTools stretch={selected} transcript={transcript} highlighting={highlighting} />
        )}
        {open !== undefined && root !== null && (
          <HighlightCard
            highlight={open}
            startsWithNote={highlighting.card?.startsWithNote ?? false}
            atMs={timeOf(marks, open.id) ?? open.startMs ?? null}
            measure={() => measure(root, spanOf(marks, open.id))}
            onPlay={reading.playAt}
            onFocusBack={() => focusText(root, spanOf(marks, open.id)?.paragraph ?? text.tabStop)}
            onClose={() => openCard(null)}
          />
        )}
        <p className="visually-hidden" role="status">
          {highlighting.said}
        </p>
      </>
    ),
  };
}

/** The sentence being said; null where no more than its paragraph is known. */
function saidSentence({ isInPlayer, voice }: Reading): { paragraph: number; sentence: number } | null {
  const said = isInPlayer ? voice() : null;
  if (said?.sentence === undefined || said.sentence === null) return null;
  return { paragraph: said.paragraph, sentence: said.sentence };
}

interface Wanting {
  readonly episodeId: string;
  readonly marks: Marks;
  readonly isReady: boolean;
}

/** Shows the highlight another screen or the list beside the text asks for, as soon as the text can. */
function useWantedHighlight(
  { episodeId, marks, isReady }: Wanting,
  onShow: (span: TextSpan, card: OpenCard) => void,
): void {
  const { wanted } = useShownHighlight();
  useEffect(() => {
    if (wanted?.episodeId !== episodeId || !marks.areKnown || !isReady) return;
    highlightIsShown();
    const span = spanOf(marks, wanted.id);
    if (span !== null) onShow(span, { highlightId: wanted.id, startsWithNote: false });
    else notify({ tone: 'info', title: i18next.t('highlights.notInText') });
  });
}

function spanOf({ places, searched }: Marks, id: string): TextSpan | null {
  const place = places.get(id);
  if (place === undefined) return null;
  const { paragraph, offset } = place.from;
  const { length } = searched.transcript.paragraphs[paragraph]?.text ?? '';
  return { paragraph, start: offset, end: place.to.paragraph === paragraph ? place.to.offset : length };
}

function timeOf({ places, searched }: Marks, id: string): number | null {
  const place = places.get(id);
  return place === undefined ? null : (startMsAt(searched.transcript, place.from) ?? null);
}

/** Where the words stand in the window; the text itself while they are not in the document. */
function measure(root: HTMLElement, span: TextSpan | null): DOMRect {
  const range = span === null ? null : textRange(root, span);
  return (range ?? root).getBoundingClientRect();
}

function focusText(root: HTMLElement, paragraph: number): void {
  const element = paragraphElement(root, paragraph) ?? document.querySelector<HTMLElement>('main');
  element?.focus({ preventScroll: true });
}
