import { Dexie } from 'dexie';
import type { Collection } from 'dexie';
import type { EpisodeFacts, EpisodeRule } from '../../core/playback/episode-rule.ts';
import { compareByRule, meetsRule } from '../../core/playback/episode-rule.ts';
import { library } from './database.ts';
import { readRange } from './read-range.ts';
import type { EpisodeRow, PlaylistEntryRow, PlaylistRow, PodcastRow } from './rows.ts';

/** All playlists in the user's order. */
export function listPlaylists(): Promise<PlaylistRow[]> {
  return library.playlists.orderBy('order').toArray();
}

/** A playlist, or `null` if it is gone. */
export async function getPlaylist(id: string): Promise<PlaylistRow | null> {
  return (await library.playlists.get(id)) ?? null;
}

/** The rows of a playlist made by hand; needed to put it back after it was deleted. */
export function entriesOf(playlistId: string): Collection<PlaylistEntryRow, [string, string]> {
  return library.playlistEntries
    .where('[playlistId+order]')
    .between([playlistId, Dexie.minKey], [playlistId, Dexie.maxKey]);
}

/** The episodes of a playlist in playing order: its entries, or what its rule finds. `now` is ms since the epoch. */
export async function listPlaylist(playlist: PlaylistRow, now: number): Promise<EpisodeRow[]> {
  if (playlist.rule !== null) return listByRule(playlist.rule, now);
  const entries = await entriesOf(playlist.id).toArray();
  const episodes = await library.episodes.bulkGet(entries.map(({ episodeId }) => episodeId));
  return episodes.filter((episode) => episode !== undefined);
}

/**
 * The next unplayed episode after `episodeId`, or the first of all if that one is not in the playlist; `null` at the end.
 * Ask before the episode is marked as played: by some rules it leaves the list then.
 */
export async function nextInPlaylist(
  playlistId: string,
  episodeId: string,
  now: number,
): Promise<string | null> {
  const playlist = await getPlaylist(playlistId);
  if (playlist === null) return null;
  const episodes = await listPlaylist(playlist, now);
  const from = episodes.findIndex(({ id }) => id === episodeId) + 1;
  const next = episodes.slice(from).find(({ playedAt, id }) => playedAt === undefined && id !== episodeId);
  return next?.id ?? null;
}

/** Every episode the rule finds. Reads the library slice by slice, so the window goes on answering. */
async function listByRule(rule: EpisodeRule, now: number): Promise<EpisodeRow[]> {
  const [podcasts, started, downloaded] = await Promise.all([
    library.podcasts.toArray(),
    // Positions change all the time: whoever watches a list that does not ask for them is not woken.
    rule.conditions?.includes('started') ? library.progress.toCollection().primaryKeys() : [],
    library.downloads
      .where('[state+requestedAt+episodeId]')
      .between(['done', Dexie.minKey], ['done', Dexie.maxKey])
      .primaryKeys(),
  ]);
  const known: Known = {
    podcasts: new Map(podcasts.map((podcast) => [podcast.id, podcast])),
    started: new Set(started),
    downloaded: new Set(downloaded),
  };
  const found: { row: EpisodeRow; facts: EpisodeFacts }[] = [];
  const accept = (row: EpisodeRow): boolean => {
    const facts = factsOf(row, known);
    const isMet = facts !== null && meetsRule(rule, facts, now);
    if (isMet) found.push({ row, facts });
    return false;
  };
  for (const podcastId of podcasts.map(({ id }) => id)) {
    if (rule.podcastIds?.length && !rule.podcastIds.includes(podcastId)) continue;
    const range = { index: '[podcastId+order+id]', lower: [podcastId], upper: [podcastId, Dexie.maxKey] };
    await readRange(library.episodes, range, { accept });
  }
  const compare = compareByRule(rule.order);
  found.sort((one, other) => compare(one.facts, other.facts));
  return found.map(({ row }) => row);
}

interface Known {
  readonly podcasts: ReadonlyMap<string, PodcastRow>;
  readonly started: ReadonlySet<string>;
  readonly downloaded: ReadonlySet<string>;
}

function factsOf(row: EpisodeRow, { podcasts, started, downloaded }: Known): EpisodeFacts | null {
  const podcast = podcasts.get(row.podcastId);
  if (podcast === undefined) return null;
  return {
    podcastId: row.podcastId,
    podcastTitle: podcast.title,
    title: row.title,
    teaser: row.teaser,
    categories: row.categories,
    podcastCategories: podcast.categories,
    durationMs: row.durationMs,
    sortAt: row.sortAt,
    isPlayed: row.playedAt !== undefined,
    isStarted: started.has(row.id),
    isDownloaded: downloaded.has(row.id),
    isFavourite: row.favouriteAt !== undefined,
  };
}
