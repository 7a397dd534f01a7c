/** At most four messages a second go out for one download, whatever the line brings (ms). */
const usualEveryMs = 250;

export interface ThrottledProgress {
  readonly report: (receivedBytes: number, totalBytes: number | undefined) => void;
  /** Nothing is told from now on. */
  readonly stop: () => void;
}

/** Calls `tell` at once, then no more often than people can see; the newest progress is told even when the line then stalls. */
export function throttleProgress(
  tell: (receivedBytes: number, totalBytes: number | undefined) => void,
  everyMs = usualEveryMs,
): ThrottledProgress {
  let newest: readonly [number, number | undefined] | null = null;
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    timer = null;
    if (newest === null) return;
    tell(...newest);
    newest = null;
    timer = setTimeout(flush, everyMs);
  };
  return {
    report: (receivedBytes, totalBytes) => {
      newest = [receivedBytes, totalBytes];
      if (timer === null) flush();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      newest = null;
    },
  };
}
