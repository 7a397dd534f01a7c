import { appError } from '../../core/app-error.ts';
import type { AppError } from '../../core/app-error.ts';
import { comparableAddress } from '../../core/feed/comparable-address.ts';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { cache, library } from './database.ts';
import { fetchFeed, followMove, unexpectedAnswer } from './fetch-feed.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { forgetVanished } from './forget-vanished.ts';
import { tellNews } from './library-news.ts';
import { limitByHost } from './limit-by-host.ts';
import { nextRefreshIn } from './next-refresh.ts';
import type { PodcastRow } from './rows.ts';
import { updatePodcast } from './save-feed.ts';
import type { UpdateOutcome } from './save-feed.ts';
import { shareFlights } from './share-flights.ts';

export type RefreshOutcome = UpdateOutcome | { kind: 'cancelled' };

const share = shareFlights<Result<RefreshOutcome>>();
const limit = limitByHost({ total: 8, perHost: 2 });

/** When each show is due, on the monotonic clock (ms), so that setting the clock refreshes nothing. */
const due = new Map<string, { at: number; failures: number }>();

/** Asks the show's server for news. A failure is also kept on the podcast's row as `refreshError`. */
export function refreshFeed(podcastId: string): Promise<Result<RefreshOutcome>> {
  return share(podcastId, async () => {
    const podcast = await library.podcasts.get(podcastId);
    if (podcast === undefined) return failure(appError('not-found', `podcast ${podcastId}`));
    const result = await fetchAndKeep(podcast);
    if (isFolderAddress(podcast.feedUrl)) await compareWithFiles();
    await remember(podcast, result.ok ? null : result.error);
    tellRefreshed(podcastId, result);
    return result;
  });
}

function tellRefreshed(podcastId: string, result: Result<RefreshOutcome>): void {
  if (!result.ok || result.value.kind === 'cancelled') return;
  const addedIds = result.value.kind === 'updated' ? result.value.addedIds : [];
  tellNews({ kind: 'refreshed', podcastId, addedIds });
}

/** How asking went, in shows. The `offline` ones were out of reach, which is no failure of theirs. */
export interface RefreshCounts {
  readonly refreshed: number;
  readonly failed: number;
  readonly offline: number;
}

/** Refreshes every show, 8 at once and 2 per host. Offline it asks no server. */
export async function refreshAll(): Promise<RefreshCounts> {
  return refreshEach(await library.podcasts.toArray());
}

/** Refreshes the shows whose time has come; those that failed wait longer each time. */
export async function refreshDue(): Promise<void> {
  const podcasts = await library.podcasts.toArray();
  const now = performance.now();
  await refreshEach(podcasts.filter(({ id }) => (due.get(id)?.at ?? 0) <= now));
}

async function refreshEach(podcasts: readonly PodcastRow[]): Promise<RefreshCounts> {
  const onWeb = (podcast: PodcastRow) => /^https?:/.test(podcast.feedUrl);
  const reachable = navigator.onLine ? podcasts : podcasts.filter((podcast) => !onWeb(podcast));
  const results = await Promise.all(
    reachable.map(({ id, feedUrl }) => limit(feedUrl, () => refreshFeed(id))),
  );
  const cutOff = results.filter((result) => !result.ok && result.error.code === 'network-offline').length;
  const failed = results.filter((result) => !result.ok).length - cutOff;
  const refreshed = results.filter((result) => result.ok && result.value.kind !== 'cancelled').length;
  return { refreshed, failed, offline: cutOff + podcasts.length - reachable.length };
}

async function fetchAndKeep(podcast: PodcastRow): Promise<Result<RefreshOutcome>> {
  const validators = (await cache.feeds.get(podcast.id))?.validators ?? {};
  const answer = await fetchFeed({ url: podcast.feedUrl, validators });
  if (!answer.ok) return answer;
  switch (answer.value.kind) {
    case 'unchanged':
    case 'cancelled':
      return success(answer.value);
    case 'page':
      return failure(appError('feed-is-web-page'));
    case 'fetched': {
      const fetched = await followMove(answer.value, (address) => mayMoveTo(podcast, address));
      const isElsewhere = comparableAddress(fetched.url) !== podcast.feedKey;
      const mayMove = isElsewhere && (await mayMoveTo(podcast, fetched.url));
      const updated = await updatePodcast({ podcastId: podcast.id, fetched, mayMove }, Date.now());
      if (updated.ok && isFolderAddress(fetched.url)) await forgetVanished(podcast.id, fetched.feed);
      return updated;
    }
    default:
      return unexpectedAnswer(answer.value);
  }
}

/** Not to an address the show has left, nor to one another show has. */
async function mayMoveTo(podcast: PodcastRow, address: string): Promise<boolean> {
  const key = comparableAddress(address);
  if (podcast.movedFrom.includes(key)) return false;
  return (await library.podcasts.where('feedKey').equals(key).count()) === 0;
}

/** Being offline is no failure of the show: it is neither kept nor counted. */
async function remember({ id, refreshError }: PodcastRow, error: AppError | null): Promise<void> {
  const failed = error !== null && error.code !== 'network-offline' ? error : null;
  const failures = failed === null ? 0 : (due.get(id)?.failures ?? 0) + 1;
  due.set(id, { at: performance.now() + nextRefreshIn(failures, error?.retryAfterMs), failures });
  if (error?.code === 'network-offline' || refreshError?.code === failed?.code) return;
  await library.podcasts
    .where('id')
    .equals(id)
    .modify((row) => {
      if (failed === null) delete row.refreshError;
      else row.refreshError = failed;
    });
}
