import { appError } from '../../core/app-error.ts';
import type { FeedWarning } from '../../core/feed/feed.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';

export type SubscribeOutcome =
  | { kind: 'subscribed'; podcastId: string; warnings: FeedWarning[] }
  | { kind: 'already'; podcastId: string }
  /** A web page: the feeds it announces, maybe none. */
  | { kind: 'page'; feeds: { url: string; title: string }[] }
  | { kind: 'cancelled' };

export interface SubscribeRequest {
  /** As the user typed it: without scheme, with `feed:`, `podcast:` … in front. */
  readonly address: string;
  readonly signal?: AbortSignal;
}

/** Fetches a show and keeps it. Fails with the codes of addresses, feeds and the network. */
export function subscribe(_request: SubscribeRequest): Promise<Result<SubscribeOutcome>> {
  return Promise.resolve(failure(appError('unexpected')));
}
