import type { BrowserWindow } from 'electron';
import type { Logger } from '../logger.ts';

export interface WindowKeeper {
  readonly current: () => BrowserWindow | null;
  /** Opens the window if there is none, else brings it to the front. */
  readonly show: () => void;
  /** Calls back with the window there is, and with every later one. */
  readonly onEach: (listener: (window: BrowserWindow) => void) => void;
}

/** So many crashes in a minute are no accident: a window that cannot live is not opened for ever. */
const mostCrashes = 3;
const crashWindowMs = 60_000;

export interface WindowNeeds {
  readonly create: () => BrowserWindow;
  /** Its process died too often. */
  readonly giveUp: () => void;
  readonly log: Logger;
}

/** Keeps one window: opens it, finds it again, and brings it back when its process dies. */
export function keepWindow({ create, giveUp, log }: WindowNeeds): WindowKeeper {
  let window: BrowserWindow | null = null;
  let crashes: number[] = [];
  const listeners: ((window: BrowserWindow) => void)[] = [];

  function open(): void {
    const opened = create();
    window = opened;
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < crashWindowMs), now];
      log.error(`The window's process is gone: ${reason}`);
      if (crashes.length <= mostCrashes) opened.webContents.reload();
      else giveUp();
    });
    opened.on('unresponsive', () => log.warn('The window does not respond'));
    for (const listener of listeners) listener(opened);
  }

  return {
    current: () => window,
    onEach(listener) {
      listeners.push(listener);
      if (window !== null) listener(window);
    },
    show() {
      if (window === null) open();
      else {
        if (window.isMinimized()) window.restore();
        // Hidden in the tray.
        if (!window.isVisible()) window.show();
        window.focus();
      }
    },
  };
}
