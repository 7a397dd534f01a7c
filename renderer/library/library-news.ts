/** What happened in the library without the user doing it; what the user does is heard through `onCommand`. */
export type LibraryNews =
  /** A show was asked for news; `addedIds`: the episodes it brought, maybe none. */
  | { readonly kind: 'refreshed'; readonly podcastId: string; readonly addedIds: readonly string[] }
  /** A download has finished. */
  | { readonly kind: 'downloaded'; readonly episodeId: string }
  /** A text has come that was not here before. */
  | { readonly kind: 'text-arrived'; readonly episodeId: string };

type NewsListener = (news: LibraryNews) => void;

const listeners = new Set<NewsListener>();

/** Hears of every piece of news from now on; the answer stops it. */
export function onNews(listener: NewsListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For those in the library who bring the news, once it is written. */
export function tellNews(news: LibraryNews): void {
  for (const listener of listeners) listener(news);
}
