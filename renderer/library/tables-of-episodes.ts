import type { Table } from 'dexie';
import { cache, library } from './database.ts';

/** What the library keeps by `episodeId` and loses with the episode. Highlights are not among it: they stay when it goes. */
export function tablesOfEpisodes(): Table[] {
  const { progress, queue, playlistEntries, downloads, episodeSettings } = library;
  const { bookmarks, alignments, ownTexts, readingPlaces } = library;
  return [
    progress,
    queue,
    playlistEntries,
    downloads,
    episodeSettings,
    bookmarks,
    alignments,
    ownTexts,
    readingPlaces,
  ];
}

/** The same of the cache. */
export function cachesOfEpisodes(): Table[] {
  return [cache.details, cache.texts, cache.articles, cache.chapters, cache.offline];
}
