import { app } from 'electron';
import type { BrowserWindow } from 'electron';

export interface HideNeeds {
  /** Whether there is a way back to a window that is hidden, and the user wants it so. */
  readonly mayHide: () => boolean;
  readonly hidden: () => void;
}

/** Makes closing hide: the page lives on, playing and writing. Quitting still quits. */
export function hideOnClose({ mayHide, hidden }: HideNeeds): (window: BrowserWindow) => void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  return (window) => {
    window.on('close', (event) => {
      if (isQuitting || !mayHide()) return;
      event.preventDefault();
      window.hide();
      hidden();
    });
  };
}
