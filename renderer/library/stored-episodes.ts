import type { KeptFor, StoredEpisode } from '../../core/download/choose-freed.ts';
import { cache, library } from './database.ts';
import { listDownloads } from './downloads.ts';
import type { EpisodeListItem } from './rows.ts';

/** What is downloaded, the latest finished first. */
export async function listFinishedDownloads(): Promise<EpisodeListItem[]> {
  return (await listDownloads()).filter(({ download }) => download?.state === 'done');
}

/** Episodes the listener has put somewhere by hand. */
export interface Marked {
  readonly inPlaylists: ReadonlySet<string>;
  readonly bookmarked: ReadonlySet<string>;
  readonly highlighted: ReadonlySet<string>;
}

export async function readMarked(): Promise<Marked> {
  const [inPlaylists, bookmarked, highlighted] = await Promise.all(
    [library.playlistEntries, library.bookmarks, library.highlights].map(async (table) => {
      const episodeIds = await table.orderBy('episodeId').uniqueKeys();
      return new Set(episodeIds.map(String));
    }),
  );
  return { inPlaylists: inPlaylists!, bookmarked: bookmarked!, highlighted: highlighted! };
}

/** The same as the rules of storage see it. `playingId`: the episode in the player. */
export function storedEpisode(
  item: EpisodeListItem,
  playingId: string | null,
  marked: Marked,
): StoredEpisode {
  const { episode, download } = item;
  return {
    episodeId: episode.id,
    podcastId: episode.podcastId,
    bytes: download?.totalBytes ?? download?.receivedBytes ?? 0,
    sortAt: episode.sortAt,
    isPlayed: episode.playedAt !== undefined,
    keptFor: keptFor(item, playingId, marked),
  };
}

function keptFor(
  { episode, queued }: EpisodeListItem,
  playingId: string | null,
  { inPlaylists, bookmarked, highlighted }: Marked,
): KeptFor | null {
  if (episode.favouriteAt !== undefined) return 'favourite';
  if (episode.id === playingId) return 'playing';
  if (queued) return 'queued';
  if (inPlaylists.has(episode.id)) return 'playlist';
  if (bookmarked.has(episode.id)) return 'bookmark';
  return highlighted.has(episode.id) ? 'highlight' : null;
}

/** How many episodes have texts and chapters kept that are not downloaded: those can be fetched again. */
export async function countIdleTexts(): Promise<number> {
  return (await idleTexts()).length;
}

/** Forgets the texts and chapters of episodes that are not downloaded. */
export async function clearIdleTexts(): Promise<void> {
  const idle = await idleTexts();
  await Promise.all(fetchedTexts().map((table) => table.bulkDelete(idle)));
}

async function idleTexts(): Promise<string[]> {
  const [downloads, ...fetched] = await Promise.all([
    library.downloads.toCollection().primaryKeys(),
    ...fetchedTexts().map((table) => table.toCollection().primaryKeys()),
  ]);
  const kept = new Set(downloads);
  return [...new Set(fetched.flat())].filter((episodeId) => !kept.has(episodeId));
}

const fetchedTexts = () => [cache.texts, cache.articles, cache.chapters];
