/** At most four messages a second go out for one download, whatever the line brings (ms). */
const usualEveryMs = 250;

export interface ThrottledProgress<Progress> {
  readonly report: (progress: Progress) => void;
  /** Nothing is told from now on. */
  readonly stop: () => void;
}

/** Calls `tell` at once, then no more often than people can see; the newest progress is told even when the line then stalls. */
export function throttleProgress<Progress>(
  tell: (progress: Progress) => void,
  everyMs = usualEveryMs,
): ThrottledProgress<Progress> {
  let newest: readonly [Progress] | null = null;
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    timer = null;
    if (newest === null) return;
    tell(...newest);
    newest = null;
    timer = setTimeout(flush, everyMs);
  };
  return {
    report: (progress) => {
      newest = [progress];
      if (timer === null) flush();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      newest = null;
    },
  };
}
