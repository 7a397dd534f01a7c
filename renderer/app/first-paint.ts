/** A window that is hidden or minimised paints nothing: what waits for it goes on after so long (ms). */
const longestWait = 1_000;

let painted: Promise<void> | null = null;

/** Resolves when something was painted: what is put off until then does not make it later. */
export function firstPaint(): Promise<void> {
  painted ??= new Promise((resolve) => {
    setTimeout(resolve, longestWait);
    new PerformanceObserver((_paints, observer) => {
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
  return painted;
}
