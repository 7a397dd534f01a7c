import { useEffect } from 'react';
import { keyPlace } from './key-place.ts';
import { actionOfKey } from './keyboard.ts';
import { globalActions } from './run-action.ts';

/** Hears the keys that no focused element has used itself. */
export function useGlobalKeys(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOfKey(event, keyPlace(event.target));
      if (action === null || (event.repeat && action === 'playPause')) return;
      event.preventDefault();
      globalActions[action]();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
