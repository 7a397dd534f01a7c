const everyMs = 3_600_000;
const longestMs = 24 * 3_600_000;

/** Ms until a show is asked again: an hour, twice as long after each failure up to a day, and never before the server wants it. */
export function nextRefreshIn(failures: number, retryAfterMs = 0): number {
  return Math.max(Math.min(everyMs * 2 ** failures, longestMs), Math.min(retryAfterMs, longestMs));
}
