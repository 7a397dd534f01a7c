import { library } from './database.ts';
import type { PodcastRow } from './rows.ts';

/** Every subscribed show, by title in the user's language order. */
export async function listPodcasts(): Promise<PodcastRow[]> {
  const rows = await library.podcasts.toArray();
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return rows.sort((one, other) => compare(one.title, other.title));
}

export async function getPodcast(id: string): Promise<PodcastRow | null> {
  return (await library.podcasts.get(id)) ?? null;
}
