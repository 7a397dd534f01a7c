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
      app.quit();
    });
  });
}
