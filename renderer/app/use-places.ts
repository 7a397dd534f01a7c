import type { FocusEvent, UIEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { ScrollPlace } from '../ui/scroll-area.tsx';

const remembered = new Map<string, ScrollPlace>();
let goingBack = false;
addEventListener('popstate', () => {
  goingBack = true;
});

interface Places {
  /** Where the user was on this screen, when coming back to it. */
  readonly restore: ScrollPlace | null;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Remembers where each screen was scrolled and which row had the focus, and gives it back on Back. */
export function usePlaces(path: string): Places {
  const restore = useRef<{ readonly path: string; readonly place: ScrollPlace | null }>(null);
  if (restore.current?.path !== path) {
    restore.current = { path, place: goingBack ? (remembered.get(path) ?? null) : null };
    goingBack = false;
  }
  useEffect(() => {
    const main = document.querySelector('main');
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) main?.focus({ preventScroll: true });
  }, [path]);
  const remember = (change: Partial<ScrollPlace>) => {
    const before = remembered.get(path) ?? { top: 0, focusKey: null };
    remembered.set(path, { ...before, ...change });
  };
  return {
    restore: restore.current.place,
    onScroll: (event) => {
      if (event.target === event.currentTarget) remember({ top: event.currentTarget.scrollTop });
    },
    onFocus: (event) => {
      const row = event.target.closest<HTMLElement>('[data-key]');
      if (row !== null) remember({ focusKey: row.dataset.key ?? null });
    },
  };
}
