import { appError } from '../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { comparableAddress } from '../../core/feed/comparable-address.ts';
import type { ParsedFeed } from '../../core/feed/feed.ts';
import { unpackEpisodes } from '../../core/feed/pack-feed.ts';
import { request } from '../desktop/client.ts';
import { mapBreathing } from './map-breathing.ts';

type Answered = RequestResult<'feed:fetch'>;
type Packed = Extract<Answered, { kind: 'fetched' }>;

export interface FetchedFeed extends Omit<Packed, 'feed'> {
  readonly feed: ParsedFeed;
}
export type FetchAnswer = Exclude<Answered, Packed> | FetchedFeed;
export type Validators = RequestArgs<'feed:fetch'>['validators'];

export interface FeedQuestion {
  readonly url: string;
  readonly validators: Validators;
  readonly signal?: AbortSignal | undefined;
}

/** Asks for a feed. After `signal` the answer is `cancelled`, whatever the server says. */
export async function fetchFeed({ url, validators, signal }: FeedQuestion): Promise<Result<FetchAnswer>> {
  if (isAborted(signal)) return success({ kind: 'cancelled' });
  const requestId = crypto.randomUUID();
  const cancel = () => void request('request:cancel', { requestId });
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await request('feed:fetch', { requestId, url, validators });
    if (isAborted(signal)) return success({ kind: 'cancelled' });
    if (!answer.ok) return answer;
    const { value } = answer;
    return success(value.kind === 'fetched' ? { ...value, feed: await unpack(value.feed) } : value);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function unpack({ episodeTexts, ...feed }: Packed['feed']): Promise<ParsedFeed> {
  return { ...feed, episodes: (await mapBreathing(episodeTexts, unpackEpisodes)).flat() };
}

/**
 * Follows itunes:new-feed-url once: only once, because two feeds may name each other. What does not lead to a feed is not followed.
 * `mayMove` says whether an address may become the show's.
 */
export async function followMove(
  fetched: FetchedFeed,
  mayMove: (address: string) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<FetchedFeed> {
  const next = fetched.feed.newFeedUrl;
  if (next === undefined || comparableAddress(next) === comparableAddress(fetched.url)) return fetched;
  if (!(await mayMove(next))) return fetched;
  const answer = await fetchFeed({ url: next, validators: {}, signal });
  return answer.ok && answer.value.kind === 'fetched' ? answer.value : fetched;
}

/** Read anew each time: it changes while an answer is awaited. */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** For callers that sent no validators: the server has nothing to call unchanged. */
export function unexpectedAnswer(answer: FetchAnswer): Result<never> {
  return failure(appError('unexpected', `feed:fetch answered ${answer.kind}`));
}
