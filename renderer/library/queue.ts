import { library } from './database.ts';
import { joinEpisodes } from './join-episodes.ts';
import type { EpisodeListItem } from './rows.ts';

/** The queue in playing order. */
export async function listQueue(): Promise<EpisodeListItem[]> {
  const entries = await library.queue.orderBy('order').toArray();
  const episodes = await library.episodes.bulkGet(entries.map((entry) => entry.episodeId));
  return joinEpisodes(episodes.filter((episode) => episode !== undefined));
}

export async function isQueued(episodeId: string): Promise<boolean> {
  return (await library.queue.get(episodeId)) !== undefined;
}

/** How many episodes are queued. */
export function countQueue(): Promise<number> {
  return library.queue.count();
}

/** The episode to play after the present one, or `null` if nothing is queued. */
export async function nextInQueue(): Promise<string | null> {
  return (await library.queue.orderBy('order').first())?.episodeId ?? null;
}
