import { useEffect } from 'react';
import { highlightAction } from './highlight-keys.ts';
import type { Highlighting } from './use-highlighting.ts';

const hasKeysOfItsOwn = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/** The keys of highlights work wherever the focus is on the page of a text: one marks while one listens. */
export function useHighlightKeys({ highlight, copy }: Highlighting): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = highlightAction(event);
      const isTaken = event.target instanceof Element && event.target.closest(hasKeysOfItsOwn) !== null;
      if (action === null || isTaken || event.defaultPrevented || event.repeat) return;
      event.preventDefault();
      if (action === 'copy') void copy();
      else void highlight({ withNote: action === 'note' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
