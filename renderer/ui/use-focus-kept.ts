import type { FocusEvent } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';

interface FocusKeptInput {
  readonly count: number;
  /** Whether the list still has a row with this `data-key`. */
  readonly has: (key: string) => boolean;
  readonly goTo: (index: number) => void;
  /** Gets the focus when the list itself goes. */
  readonly scroller: HTMLElement | null;
}

interface FocusedRow {
  readonly key: string;
  readonly index: number;
}

/** A focused row that is removed hands the focus to the row that takes its place, so that the keyboard can go on. */
export function useFocusKept({ count, has, goTo, scroller }: FocusKeptInput) {
  /** The row that holds the focus, or held it when it went. */
  const focused = useRef<FocusedRow | null>(null);
  useLayoutEffect(() => {
    const row = focused.current;
    if (row === null || count === 0 || document.activeElement !== document.body || has(row.key)) return;
    goTo(Math.min(row.index, count - 1));
  });
  useEffect(
    () => () => {
      const isLost = focused.current !== null && document.activeElement === document.body;
      if (isLost) scroller?.focus({ preventScroll: true });
    },
    [scroller],
  );
  return {
    onFocus: ({ target }: FocusEvent): void => {
      const { key, index } = target.closest<HTMLElement>('[data-key]')?.dataset ?? {};
      focused.current = key === undefined ? null : { key, index: Number(index) };
    },
    /** A removed element loses the focus to nothing, as the whole window does; only another place takes it away. */
    onBlur: ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) focused.current = null;
    },
  };
}
