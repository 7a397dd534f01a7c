import type { Table } from 'dexie';
import { library } from './database.ts';
import type { EpisodeListItem, EpisodeRow, PodcastRow } from './rows.ts';

/** From this many rows of one show on, reading a table's range is faster than asking for each key. */
const manyRows = 200;

interface EpisodeKeyed {
  readonly episodeId: string;
}

/** Joins what lists show to the episodes, keeping their order. Episodes whose show is gone are left out. */
export async function joinEpisodes(episodes: readonly EpisodeRow[]): Promise<EpisodeListItem[]> {
  const podcastIds = [...new Set(episodes.map((episode) => episode.podcastId))];
  const [podcasts, progress, downloads, queue] = await Promise.all([
    library.podcasts.bulkGet(podcastIds),
    rowsOf(library.progress, episodes, podcastIds),
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
  const rows =
    podcastIds.length === 1 && podcastId !== undefined && episodes.length >= manyRows
      ? await table.where('episodeId').startsWith(episodeIdStart(podcastId)).toArray()
      : await table.bulkGet(episodes.map((episode) => episode.id));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.episodeId, row] as const])));
}

/** What every episode id of the show starts with. */
export function episodeIdStart(podcastId: string): string {
  return `${podcastId}-`;
}

function brief({ id, title, feedUrl, author, imageUrl, language }: PodcastRow): EpisodeListItem['podcast'] {
  return { id, title, feedUrl, author, imageUrl, language };
}
