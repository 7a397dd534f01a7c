import { comparableAddress } from '../../core/feed/comparable-address.ts';
import type { FeedWarning } from '../../core/feed/feed.ts';
import { normaliseAddress } from '../../core/feed/normalise-address.ts';
import { readFolderAddress } from '../../core/folder/folder-address.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { run } from './commands.ts';
import { signIn, splitSignIn } from './credentials.ts';
import type { CredentialsKept, SignIn } from './credentials.ts';
import { library } from './database.ts';
import type { FetchedFeed } from './fetch-feed.ts';
import { fetchFeed, followMove, isAborted, unexpectedAnswer } from './fetch-feed.ts';

export type SubscribeOutcome =
  /** `signIn`: how the password is kept, where one was given. */
  | { kind: 'subscribed'; podcastId: string; warnings: FeedWarning[]; signIn?: CredentialsKept }
  | { kind: 'already'; podcastId: string }
  /** A web page: the feeds it announces, maybe none. */
  | { kind: 'page'; feeds: { url: string; title: string }[] }
  | { kind: 'cancelled' };

export interface SubscribeRequest {
  /** As the user typed it: without scheme, with `feed:`, `podcast:` … in front. */
  readonly address: string;
  /** For a private feed; a user name and password in the address do as well. They are not kept with the show. */
  readonly signIn?: Pick<SignIn, 'user' | 'password'> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Fetches a show and keeps it. Fails with the codes of addresses, feeds, the network and the library. */
export async function subscribe(given: SubscribeRequest): Promise<Result<SubscribeOutcome>> {
  const address = normaliseAddress(given.address);
  if (!address.ok) return address;
  const { url, signIn: inAddress } = splitSignIn(address.value);
  const known = await findByAddress(url);
  if (known !== null) return success({ kind: 'already', podcastId: known });
  const wanted = given.signIn === undefined ? inAddress : { url, ...given.signIn };
  const kept = wanted === null ? null : await signIn(wanted);
  if (kept?.ok === false) return kept;
  const outcome = await fetchAndAdd(url, given.signal);
  if (kept === null || !outcome.ok || outcome.value.kind !== 'subscribed') return outcome;
  return success({ ...outcome.value, signIn: kept.value });
}

/** Fetches a show whose address is known to be one, and keeps it. Fails as `subscribe`. */
export async function fetchAndAdd(url: string, signal?: AbortSignal): Promise<Result<SubscribeOutcome>> {
  const answer = await fetchFeed({ url, validators: {}, signal });
  if (!answer.ok) return answer;
  switch (answer.value.kind) {
    case 'page':
    case 'cancelled':
      return success(answer.value);
    case 'unchanged':
      return unexpectedAnswer(answer.value);
    case 'fetched':
      return addInTurn(await followMove(answer.value, () => Promise.resolve(true), signal), signal);
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One at a time, so that two addresses of one show in a list do not both pass the check. */
function addInTurn(fetched: FetchedFeed, signal?: AbortSignal): Promise<Result<SubscribeOutcome>> {
  const added = turn.then(() => add(fetched, signal));
  turn = added.catch(() => undefined);
  return added;
}

async function add(
  { feed, url, validators }: FetchedFeed,
  signal?: AbortSignal,
): Promise<Result<SubscribeOutcome>> {
  if (isAborted(signal)) return success({ kind: 'cancelled' });
  const known = (await findByAddress(url)) ?? (await findByGuid(feed.podcastGuid));
  if (known !== null) return success({ kind: 'already', podcastId: known });
  const podcastId = readFolderAddress(url)?.podcastId ?? drawPodcastId();
  const added = await run({ kind: 'subscribe', podcastId, feedUrl: url, feed, validators });
  return added.ok ? success({ kind: 'subscribed', podcastId, warnings: feed.warnings }) : added;
}

async function findByAddress(address: string): Promise<string | null> {
  const row = await library.podcasts.where('feedKey').equals(comparableAddress(address)).first();
  return row?.id ?? null;
}

/** podcast:guid names a show wherever it is hosted. */
async function findByGuid(guid: string | undefined): Promise<string | null> {
  if (guid === undefined) return null;
  return (await library.podcasts.where('podcastGuid').equals(guid).first())?.id ?? null;
}

function drawPodcastId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
