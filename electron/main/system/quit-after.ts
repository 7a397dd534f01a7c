import { app } from 'electron';

/** Nobody waits longer than this for the disk when leaving (ms). */
const longestWaitMs = 2000;

/** Lets the app quit only when what was asked for last is on disk: closing the window is what remembers its place. */
export function quitAfter(settled: () => Promise<void>): void {
  let isSettled = false;
  app.on('will-quit', (event) => {
    if (isSettled) return;
    event.preventDefault();
    const tooLong = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
    void Promise.race([settled(), tooLong]).finally(() => {
      isSettled = true;
      // With nothing to write this runs before Electron has taken note that quitting was prevented, and it would ignore us.
      setImmediate(() => app.quit());
    });
  });
}
