import type { Table } from 'dexie';
import { library } from './database.ts';
import { readKeys, readRange, startingWith } from './read-range.ts';
import type { EpisodeListItem, EpisodeRow, PodcastRow, ProgressRow } from './rows.ts';

/** Up to so many rows, reading all there are is faster than asking for each. */
const fewRows = 500;

interface EpisodeKeyed {
  readonly episodeId: string;
}

/**
 * Joins what lists show to the episodes, keeping their order. Episodes whose show is gone are left out. Without positions a
 * list that is watched is not read again every few seconds while something plays.
 */
export async function joinEpisodes(
  episodes: readonly EpisodeRow[],
  { withProgress = true } = {},
): Promise<EpisodeListItem[]> {
  const podcastIds = [...new Set(episodes.map((episode) => episode.podcastId))];
  const [podcasts, progress, downloads, queue] = await Promise.all([
    library.podcasts.bulkGet(podcastIds),
    withProgress ? rowsOf(library.progress, episodes, podcastIds) : new Map<string, ProgressRow>(),
    rowsOf(library.downloads, episodes, podcastIds),
    library.queue.toCollection().primaryKeys(),
  ]);
  const podcastById = new Map(
    podcasts.flatMap((podcast) => (podcast === undefined ? [] : [[podcast.id, brief(podcast)] as const])),
  );
  const queued = new Set(queue);
  return episodes.flatMap((episode) => {
    const podcast = podcastById.get(episode.podcastId);
    if (podcast === undefined) return [];
    return {
      episode,
      podcast,
      progress: progress.get(episode.id) ?? null,
      download: downloads.get(episode.id) ?? null,
      queued: queued.has(episode.id),
    };
  });
}

async function rowsOf<Row extends EpisodeKeyed>(
  table: Table<Row, string>,
  episodes: readonly EpisodeRow[],
  podcastIds: readonly string[],
): Promise<Map<string, Row>> {
  const [podcastId] = podcastIds;
  if (podcastId === undefined) return new Map();
  const ofOneShow = podcastIds.length === 1 ? episodeIdStart(podcastId) : '';
  const most = Math.max(fewRows, episodes.length);
  const all = await readRange(table, startingWith('episodeId', ofOneShow), { limit: most + 1 });
  const isAll = all.length <= most;
  const rows = isAll
    ? all
    : await readKeys(
        table,
        episodes.map(({ id }) => id),
      );
  return new Map(rows.map((row) => [row.episodeId, row]));
}

/** What every episode id of the show starts with. */
export function episodeIdStart(podcastId: string): string {
  return `${podcastId}-`;
}

function brief({ id, title, feedUrl, author, imageUrl, language }: PodcastRow): EpisodeListItem['podcast'] {
  return { id, title, feedUrl, author, imageUrl, language };
}
