import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { Transcript } from '../../core/transcript/transcript.ts';
import type { VoicePlace } from './place-marker.ts';
import { readerAction, selectingStep } from './reader-keys.ts';
import type { ReaderAction } from './reader-keys.ts';
import { selectWords } from './select-words.ts';
import { firstPlace, spanOfPlace, stepPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';
import { paragraphElement } from './text-range.ts';
import { windowBand } from './text-view.ts';
import type { Reading } from './use-reading.ts';
import type { Text } from './use-text.ts';

export interface Caret {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The word one walks with, once one has. */
  readonly place: () => TextPlace | null;
}

/** A word to walk through the text with: the focus is on its paragraph, the word itself is only marked. */
export function useCaret(transcript: Transcript, text: Text, reading: Reading): Caret {
  const { root, tabStop, setTabStop } = text;
  const place = useRef<TextPlace | null>(null);
  const wantsFocus = useRef(false);
  /** Where a selection by keys began. */
  const base = useRef<TextPlace | null>(null);

  useLayoutEffect(() => {
    if (!wantsFocus.current || root === null) return;
    wantsFocus.current = false;
    paragraphElement(root, tabStop)?.focus({ preventScroll: true });
  }, [root, tabStop]);

  const put = (next: TextPlace | null): void => {
    place.current = next;
    text.marker?.markCaret(next);
  };
  useWhenMoved(transcript, place, put);
  const walk = (action: ReaderAction & { kind: 'step' }, focused: number): void => {
    const from = place.current;
    const next =
      from === null ? entry(transcript, reading.voice(), focused) : stepPlace(transcript, from, action);
    const span = next === null ? null : spanOfPlace(transcript, next);
    if (next === null || span === null) return;
    wantsFocus.current = next.paragraph !== tabStop;
    setTabStop(next.paragraph);
    put(next);
    reading.leave();
    text.view?.show(span, windowBand);
  };

  const selectOn = (from: TextPlace, step: ReaderAction & { kind: 'step' }): void => {
    if (root === null) return;
    if (document.getSelection()?.isCollapsed !== false || base.current === null) base.current = from;
    walk(step, from.paragraph);
    if (place.current !== null) selectWords(root, transcript, { from: base.current, to: place.current });
  };

  return {
    place: () => place.current,
    onFocus: (event) => {
      const focused = paragraphOf(event.target);
      if (focused === null) return;
      if (place.current?.paragraph !== focused) put(null);
      setTabStop(focused);
    },
    onKeyDown: (event) => {
      const focused = paragraphOf(event.target);
      const selecting = selectingStep(event);
      if (focused !== null && selecting !== null && place.current !== null) {
        take(event);
        selectOn(place.current, selecting);
        return;
      }
      const action = readerAction(event);
      if (focused === null || action === null) return;
      take(event);
      const chosen = place.current ?? firstPlace(transcript, focused);
      if (action.kind === 'step') walk(action, focused);
      else if (chosen !== null) reading.playFrom(chosen);
    },
  };
}

/** Forgets a place when its paragraph is another: a match with the sound may part the text otherwise. */
function useWhenMoved(
  transcript: Transcript,
  place: RefObject<TextPlace | null>,
  put: (place: null) => void,
): void {
  const known = useRef(transcript);
  useEffect(() => {
    const before = known.current;
    known.current = transcript;
    const at = place.current?.paragraph;
    if (at !== undefined && before.paragraphs[at]?.text !== transcript.paragraphs[at]?.text) put(null);
  });
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The first step into a paragraph lands on the word being said, or on the first word. */
function entry(transcript: Transcript, said: VoicePlace | null, paragraph: number): TextPlace | null {
  if (said?.paragraph === paragraph) return { paragraph, sentence: said.sentence ?? 0, word: said.word ?? 0 };
  return firstPlace(transcript, paragraph);
}

function paragraphOf(target: EventTarget): number | null {
  if (!(target instanceof HTMLElement)) return null;
  const { paragraph } = target.dataset;
  return paragraph === undefined ? null : Number(paragraph);
}
