import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Transcript } from '../../core/transcript/transcript.ts';
import type { VoicePlace } from './place-marker.ts';
import { readerAction } from './reader-keys.ts';
import type { ReaderAction } from './reader-keys.ts';
import { firstPlace, spanOfPlace, stepPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';
import { paragraphElement } from './text-range.ts';
import { windowBand } from './text-view.ts';
import type { Reading } from './use-reading.ts';
import type { Text } from './use-text.ts';

export interface Caret {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A word to walk through the text with: the focus is on its paragraph, the word itself is only marked. */
export function useCaret(transcript: Transcript, text: Text, reading: Reading): Caret {
  const { root, tabStop, setTabStop } = text;
  const place = useRef<TextPlace | null>(null);
  const wantsFocus = useRef(false);

  useLayoutEffect(() => {
    if (!wantsFocus.current || root === null) return;
    wantsFocus.current = false;
    paragraphElement(root, tabStop)?.focus({ preventScroll: true });
  }, [root, tabStop]);

  const put = (next: TextPlace | null): void => {
    place.current = next;
    text.marker?.markCaret(next);
  };
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

  return {
    onFocus: (event) => {
      const focused = paragraphOf(event.target);
      if (focused === null) return;
      if (place.current?.paragraph !== focused) put(null);
      setTabStop(focused);
    },
    onKeyDown: (event) => {
      const focused = paragraphOf(event.target);
      const action = readerAction(event);
      if (focused === null || action === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (action.kind === 'step') {
        walk(action, focused);
      } else {
        const chosen = place.current ?? firstPlace(transcript, focused);
        if (chosen !== null) reading.playFrom(chosen);
      }
    },
  };
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
