import { Dexie } from 'dexie';
import { cache, library } from './database.ts';
import { joinEpisodes } from './join-episodes.ts';
import type { Range } from './read-range.ts';
import { readRange } from './read-range.ts';
import type { EpisodeListItem, EpisodeRow, EpisodeView } from './rows.ts';

export { findEpisodes } from './find-episodes.ts';

/** Part of a list, for long ones; `podcast.episodeCount` says how long a show's list is. */
export interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

/** New episodes of all shows, newest first. */
export async function listNewEpisodes(page: Page): Promise<EpisodeListItem[]> {
  return joinEpisodes(
    await readPage({ index: '[isNew+order+id]', lower: [1], upper: [1, Dexie.maxKey] }, page),
  );
}

/** How many episodes of all shows are new. */
export async function countNew(): Promise<number> {
  const podcasts = await library.podcasts.toArray();
  return podcasts.reduce((sum, podcast) => sum + podcast.newCount, 0);
}

/** Episodes of one show, newest first. */
export async function listEpisodes(podcastId: string, page: Page = {}): Promise<EpisodeListItem[]> {
  return joinEpisodes(await readPage(episodesOf(podcastId), page));
}

/** Episodes of the same show around this one in time, without it, newest first. */
export async function listOtherEpisodes(episodeId: string, limit: number): Promise<EpisodeListItem[]> {
  const episode = await library.episodes.get(episodeId);
  if (episode === undefined) return [];
  const { podcastId, order } = episode;
  const [later, sameOrEarlier] = await Promise.all([
    library.episodes
      .where('[podcastId+order+id]')
      .between([podcastId], [podcastId, order])
      .reverse()
      .limit(limit)
      .toArray(),
    readRange(
      library.episodes,
      { ...episodesOf(podcastId), lower: [podcastId, order] },
      { limit: limit + 1 },
    ),
  ]);
  const earlier = sameOrEarlier.filter((other) => other.id !== episodeId);
  const laterCount = Math.max(Math.floor(limit / 2), limit - earlier.length);
  return joinEpisodes([...later.slice(0, laterCount).reverse(), ...earlier].slice(0, limit));
}

/** Episodes that carry the category themselves or through their show, newest first. */
export async function listByCategory(category: string, page: Page = {}): Promise<EpisodeListItem[]> {
  const { offset = 0, limit = Number.POSITIVE_INFINITY } = page;
  const podcasts = await library.podcasts
    .filter((podcast) => podcast.categories.includes(category))
    .toArray();
  const lists = await Promise.all([
    library.episodes.where('categories').equals(category).toArray(),
    ...podcasts.map((podcast) => readPage(episodesOf(podcast.id), { limit: offset + limit })),
  ]);
  const episodes = [...new Map(lists.flat().map((episode) => [episode.id, episode])).values()];
  episodes.sort((one, other) => one.order - other.order);
  return joinEpisodes(episodes.slice(offset, offset + limit));
}

/** An episode with everything its page shows, or `null` if the library does not have it. */
export async function getEpisode(id: string): Promise<EpisodeView | null> {
  const episode = await library.episodes.get(id);
  if (episode === undefined) return null;
  const [items, detail] = await Promise.all([joinEpisodes([episode]), cache.details.get(id)]);
  const [item] = items;
  return item === undefined ? null : { ...item, detail: detail ?? null };
}

function episodesOf(podcastId: string): Range {
  return { index: '[podcastId+order+id]', lower: [podcastId], upper: [podcastId, Dexie.maxKey] };
}

async function readPage(
  range: Range,
  { offset = 0, limit = Number.POSITIVE_INFINITY }: Page,
): Promise<EpisodeRow[]> {
  const rows = await readRange(library.episodes, range, { limit: offset + limit });
  return offset === 0 ? rows : rows.slice(offset);
}
