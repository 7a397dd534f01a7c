import { appError } from '../../core/app-error.ts';
import { comparableAddress } from '../../core/feed/comparable-address.ts';
import type { ParsedFeed } from '../../core/feed/feed.ts';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import { withoutUndefined } from '../../core/feed/without-undefined.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { adoptHighlights, moveHighlights } from './change-highlights.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import type { FetchedFeed } from './fetch-feed.ts';
import type { EpisodeChanges } from './merge-rows.ts';
import { mergeRows, whatUserDid } from './merge-rows.ts';
import { episodeIdStart } from './join-episodes.ts';
import { readRange, startingWith } from './read-range.ts';
import type { EpisodeRow, PodcastRow } from './rows.ts';
import { saveDetails } from './save-details.ts';
import { libraryError, writeLibrary } from './write-library.ts';

/** Rows written at once: between two batches the window answers the user, and all batches are one transaction. */
const batchRows = 250;
/** 50,000 episodes on a slow disk (ms). */
const watchdogMs = 10 * 60_000;

export interface FeedUpdate {
  readonly podcastId: string;
  readonly fetched: FetchedFeed;
  /** Whether the address it came from becomes the show's. */
  readonly mayMove: boolean;
}

/** Keeps a new show with all its episodes, or nothing. */
export async function addPodcast(
  { podcastId, feedUrl, feed, validators }: Extract<Command, { kind: 'subscribe' }>,
  at: number,
): Promise<Result<null>> {
  const changes = await mergeRows({ podcastId, saved: [], feed, now: at });
  const podcast: PodcastRow = {
    ...describeFeed(feed),
    id: podcastId,
    feedUrl,
    feedKey: comparableAddress(feedUrl),
    movedFrom: [],
    subscribedAt: at,
    refreshedAt: at,
    episodeCount: 0,
    newCount: 0,
  };
  const added = await writeLibrary(
    [library.podcasts, library.episodes, library.highlights],
    async () => {
      await library.podcasts.add(await writeEpisodes(podcast, changes));
      await adoptHighlights(podcast);
      return success(null);
    },
    watchdogMs,
  );
  if (added.ok) await saveDetails({ podcastId, validators, episodes: changes.details });
  return added;
}

export type UpdateOutcome =
  { kind: 'unchanged' } | { kind: 'updated'; added: number; addedIds: readonly string[] };

/** Takes over what a refresh brought. Nothing is written when nothing differs. Fails with `not-found` if the show was unsubscribed. */
export async function updatePodcast(update: FeedUpdate, at: number): Promise<Result<UpdateOutcome>> {
  const { podcastId, fetched } = update;
  const compared = await compare(update, at);
  if (!compared.ok) return compared;
  const changes = compared.value;
  const { podcasts, episodes, highlights } = library;
  const updated = await writeLibrary(
    [podcasts, episodes, highlights],
    () => writeUpdate(update, changes, at),
    watchdogMs,
  );
  if (updated.ok) {
    await saveDetails({ podcastId, validators: fetched.validators, episodes: changes.details });
  }
  return updated;
}

/** Outside the transaction, which would end at the first pause for the user. */
async function compare({ podcastId, fetched }: FeedUpdate, now: number): Promise<Result<EpisodeChanges>> {
  try {
    const saved = await readRange(library.episodes, startingWith('id', episodeIdStart(podcastId)));
    const certain = isFolderAddress(fetched.url);
    return success(await mergeRows({ podcastId, saved, feed: fetched.feed, now, certain }));
  } catch (error) {
    return failure(libraryError(error));
  }
}

async function writeUpdate(
  { podcastId, fetched, mayMove }: FeedUpdate,
  { added, changed }: EpisodeChanges,
  at: number,
): Promise<Result<UpdateOutcome>> {
  const { feed, url } = fetched;
  const podcast = await library.podcasts.get(podcastId);
  if (podcast === undefined) return failure(appError('not-found', `podcast ${podcastId}`));
  const { owned, description } = splitPodcast(podcast);
  const isSame = JSON.stringify(description) === JSON.stringify(describeFeed(feed));
  if (isSame && !mayMove && added.length === 0 && changed.length === 0) {
    return success({ kind: 'unchanged' });
  }
  const next = { ...describeFeed(feed), ...owned, ...(mayMove ? moveTo(url, podcast) : {}) };
  if (next.feedKey !== podcast.feedKey) await moveHighlights(podcast.feedKey, next);
  await library.podcasts.put({ ...(await writeEpisodes(next, { added, changed })), refreshedAt: at });
  return success({ kind: 'updated', added: added.length, addedIds: added.map(({ id }) => id) });
}

/** Writes the episodes and answers the podcast's row with its counters in step. */
async function writeEpisodes(
  podcast: PodcastRow,
  { added, changed }: Pick<EpisodeChanges, 'added' | 'changed'>,
): Promise<PodcastRow> {
  for (let start = 0; start < added.length; start += batchRows) {
    await library.episodes.bulkAdd(added.slice(start, start + batchRows));
  }
  for (let start = 0; start < changed.length; start += batchRows) {
    await replaceEpisodes(changed.slice(start, start + batchRows));
  }
  const rows = [...added, ...changed];
  const latestAt = rows.reduce((latest, row) => Math.max(latest, row.sortAt), podcast.latestAt ?? -Infinity);
  return {
    ...podcast,
    ...(Number.isFinite(latestAt) ? { latestAt } : {}),
    episodeCount: podcast.episodeCount + added.length,
    newCount: podcast.newCount + added.filter((row) => row.isNew === 1).length,
  };
}

/** The rows were merged before this transaction: meanwhile the user may have played what they describe. */
async function replaceEpisodes(rows: readonly EpisodeRow[]): Promise<void> {
  const present = await library.episodes.bulkGet(rows.map(({ id }) => id));
  const next = rows.map((row, index) => {
    const current = present[index];
    const { playedAt: _playedAt, favouriteAt: _favouriteAt, declinedAt: _declinedAt, ...fromFeed } = row;
    return current === undefined ? row : { ...fromFeed, ...whatUserDid(current) };
  });
  await library.episodes.bulkPut(next);
}

function moveTo(url: string, podcast: PodcastRow): Partial<PodcastRow> {
  return {
    feedUrl: url,
    feedKey: comparableAddress(url),
    movedFrom: [...podcast.movedFrom, podcast.feedKey],
  };
}

type FeedPart = ReturnType<typeof describeFeed>;

/** What is ours in a podcast's row, and what its feed said last. */
function splitPodcast(podcast: PodcastRow): { owned: Omit<PodcastRow, keyof FeedPart>; description: object } {
  const { id, feedUrl, feedKey, movedFrom, subscribedAt, refreshedAt, refreshError, ...rest } = podcast;
  const { episodeCount, newCount, latestAt, ...description } = rest;
  const owned = {
    id,
    feedUrl,
    feedKey,
    movedFrom,
    subscribedAt,
    refreshedAt,
    refreshError,
    episodeCount,
    newCount,
    latestAt,
  };
  return { owned: withoutUndefined(owned), description };
}

function describeFeed({
  episodes: _episodes,
  newFeedUrl: _newFeedUrl,
  nextPageUrl: _nextPageUrl,
  ...description
}: ParsedFeed) {
  return description;
}
