const longest = 24 * 60 * 60 * 1000;

/**
 * Milliseconds a Retry-After header asks to wait (RFC 9110 §10.2.3: seconds or a date), a day at most; null when it says
 * nothing that can be read. A date in the past means now.
 */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longest);
}
