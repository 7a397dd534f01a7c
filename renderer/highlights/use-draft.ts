import { useCallback, useEffect, useRef, useState } from 'react';

/** Typing pauses this long before it is written (ms). */
const pauseMs = 600;

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Writes what is not written yet. */
  readonly save: () => void;
}

/** A text that is written by itself: when typing pauses, when the field is left, and when it goes away. */
export function useDraft(saved: string, write: (text: string) => void): Draft {
  const [text, setShown] = useState(saved);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const save = useCallback(() => {
    clearTimeout(timer.current);
    const next = unsaved.current;
    unsaved.current = null;
    if (next !== null) latest.current(next);
  }, []);
  useEffect(() => save, [save]);
  return {
    text,
    setText: (next) => {
      setShown(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, pauseMs);
    },
    save,
  };
}
