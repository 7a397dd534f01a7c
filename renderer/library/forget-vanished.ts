import type { ParsedFeed } from '../../core/feed/feed.ts';
import { episodeId } from '../../core/feed/episode-identity.ts';
import { library } from './database.ts';
import { forgetEpisodes } from './forget-episodes.ts';
import { episodeIdStart } from './join-episodes.ts';
import { readRange, startingWith } from './read-range.ts';
import type { EpisodeRow } from './rows.ts';

/**
 * Lets go of the episodes of a folder show whose files are not in the folder any more, unless the listener has done something with
 * them: those stay, as missing. Feeds of the network list only the latest; a folder lists everything.
 */
export async function forgetVanished(podcastId: string, feed: Pick<ParsedFeed, 'episodes'>): Promise<void> {
  const start = episodeIdStart(podcastId);
  const present = new Set(feed.episodes.map(({ identity }) => episodeId(podcastId, identity)));
  const rows = await readRange(library.episodes, startingWith('id', start));
  const vanished = rows.filter(({ id }) => !present.has(id));
  if (vanished.length === 0) return;
  const { progress, queue, playlistEntries, episodeSettings, bookmarks } = library;
  const touched = await Promise.all(
    [progress, queue, playlistEntries, episodeSettings, bookmarks].map((table) =>
      table.where('episodeId').startsWith(start).toArray(),
    ),
  );
  const kept = new Set(touched.flat().map((row) => row.episodeId));
  const isUntouched = ({ id, playedAt, favouriteAt }: EpisodeRow): boolean =>
    playedAt === undefined && favouriteAt === undefined && !kept.has(id);
  await forgetEpisodes(vanished.filter(isUntouched).map(({ id }) => id));
}
