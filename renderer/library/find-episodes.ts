import { Dexie } from 'dexie';
import { library } from './database.ts';
import { joinEpisodes } from './join-episodes.ts';
import type { EpisodeListItem, EpisodeRow } from './rows.ts';

/** Rows read at once: large enough to be fast, small enough that typing stays smooth. */
const chunkRows = 2_000;

/** Episodes whose title, teaser or show has the text in it, whatever the case; new ones first, then newest first. */
export async function findEpisodes(text: string, limit: number): Promise<EpisodeListItem[]> {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const hits = (value: string) => value.toLocaleLowerCase().includes(wanted);
  const shows = await library.podcasts.filter((podcast) => hits(podcast.title)).primaryKeys();
  const matchingShows = new Set(shows);
  const found: EpisodeRow[] = [];
  for (let offset = 0; found.length < limit; offset += chunkRows) {
    const rows = await library.episodes
      .where('[isNew+sortAt]')
      .between([0, Dexie.minKey], [1, Dexie.maxKey])
      .reverse()
      .offset(offset)
      .limit(chunkRows)
      .toArray();
    found.push(
      ...rows.filter((row) => matchingShows.has(row.podcastId) || hits(row.title) || hits(row.teaser)),
    );
    if (rows.length < chunkRows) break;
  }
  return joinEpisodes(found.slice(0, limit));
}
