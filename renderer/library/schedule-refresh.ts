import { refreshDue } from './refresh-feed.ts';

/** The first screen comes first (ms). */
const firstAfterMs = 3_000;
/** How often to look which shows are due (ms). */
const lookEveryMs = 5 * 60_000;

/** Keeps shows fresh from now on, also right after the network came back. */
export function scheduleRefresh(): void {
  setTimeout(() => void refreshDue(), firstAfterMs);
  setInterval(() => void refreshDue(), lookEveryMs);
  window.addEventListener('online', () => void refreshDue());
}
