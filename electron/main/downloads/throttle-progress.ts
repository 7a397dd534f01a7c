/** At most four messages a second go out for one download, whatever the line brings. */
const everyMs = 250;

/** Calls `tell` with the newest progress, no more often than people can see. */
export function throttleProgress(
  tell: (receivedBytes: number, totalBytes: number | undefined) => void,
  now: () => number,
): (receivedBytes: number, totalBytes: number | undefined) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (receivedBytes, totalBytes) => {
    if (now() - last < everyMs) return;
    last = now();
    tell(receivedBytes, totalBytes);
  };
}
