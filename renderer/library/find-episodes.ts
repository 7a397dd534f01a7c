import { Dexie } from 'dexie';
import { library } from './database.ts';
import { joinEpisodes } from './join-episodes.ts';
import { readRange } from './read-range.ts';
import type { EpisodeListItem, EpisodeRow } from './rows.ts';

/**
 * Episodes whose title, teaser or show has the text in it, whatever the case; new ones first, then newest first. It looks at
 * one row after the other until `limit` are found; `signal` stops it.
 */
export async function findEpisodes(
  text: string,
  limit: number,
  signal?: AbortSignal,
): Promise<EpisodeListItem[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const hits = (value: string) => value.toLowerCase().includes(wanted);
  const shows = await library.podcasts.filter((podcast) => hits(podcast.title)).primaryKeys();
  const matchingShows = new Set(shows);
  const accept = (row: EpisodeRow) => matchingShows.has(row.podcastId) || hits(row.title) || hits(row.teaser);
  const find = (isNew: 0 | 1, most: number) =>
    readRange(
      library.episodes,
      { index: '[isNew+order+id]', lower: [isNew], upper: [isNew, Dexie.maxKey] },
      { limit: most, accept, signal },
    );
  const newOnes = await find(1, limit);
  return joinEpisodes([...newOnes, ...(await find(0, limit - newOnes.length))]);
}
