import { compareInEpisode } from '../../core/highlights/highlight.ts';
import { library } from './database.ts';
import { readRange, startingWith } from './read-range.ts';
import type { HighlightRow } from './rows.ts';

/** The highlights of an episode in its order. */
export async function listHighlights(episodeId: string): Promise<HighlightRow[]> {
  const highlights = await library.highlights.where('episodeId').equals(episodeId).toArray();
  return highlights.sort(compareInEpisode);
}

export interface AllHighlights {
  /** Newest first. */
  readonly highlights: readonly HighlightRow[];
  /** Those of their episodes that the library still has. */
  readonly presentEpisodes: ReadonlySet<string>;
}

/** Every highlight of every show, also of shows that are gone. */
export async function listAllHighlights(): Promise<AllHighlights> {
  const highlights = await readRange(library.highlights, startingWith('id', ''));
  const episodeIds = [...new Set(highlights.map(({ episodeId }) => episodeId))];
  const present = await library.episodes.where('id').anyOf(episodeIds).primaryKeys();
  return {
    highlights: highlights.sort((a, b) => b.createdAt - a.createdAt),
    presentEpisodes: new Set(present),
  };
}

/** Tags in use, as they are written. */
export async function listTags(): Promise<string[]> {
  return (await library.highlights.orderBy('tags').uniqueKeys()).map(String);
}

export function countHighlights(): Promise<number> {
  return library.highlights.count();
}
