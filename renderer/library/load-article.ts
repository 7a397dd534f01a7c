import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { cache } from './database.ts';
import { getEpisode } from './episodes.ts';
import { tellNews } from './library-news.ts';
import type { ArticleRow } from './rows.ts';
import { shareFlights } from './share-flights.ts';

const share = shareFlights<Result<ArticleRow | null>>();

/** The article of the episode's web page that is kept, if there is one. Asks nobody. */
export async function keptArticle(episodeId: string): Promise<ArticleRow | null> {
  return (await cache.articles.get(episodeId)) ?? null;
}

/**
 * Fetches the article of the episode's web page and keeps it; what was kept before stays when that fails. The site learns of
 * the listener, so this is done when asked for (docs/decisions/0019). Null when it was given up.
 */
export function loadArticle(
  episodeId: string,
  requestId: string = crypto.randomUUID(),
): Promise<Result<ArticleRow | null>> {
  return share(episodeId, async () => {
    const view = await getEpisode(episodeId);
    const url = view?.episode.link;
    if (view === null || url === undefined) return failure(appError('not-found', `page of ${episodeId}`));
    const loaded = await request('page:load', {
      requestId,
      url,
      feedUrl: view.podcast.feedUrl,
      title: view.episode.title.slice(0, 10_000),
      feedLanguage: (view.podcast.language ?? '').slice(0, 100),
    });
    if (!loaded.ok) return loaded;
    if (loaded.value.kind === 'cancelled') return success(null);
    const { kind: _, ...article } = loaded.value;
    const row: ArticleRow = { episodeId, url, ...article, fetchedAt: Date.now() };
    await cache.articles.put(row).then(
      () => tellNews({ kind: 'text-arrived', episodeId }),
      () => undefined,
    );
    return success(row);
  });
}

/** Gives up what `loadArticle` is fetching under this id. */
export function stopLoadingArticle(requestId: string): void {
  void request('request:cancel', { requestId });
}
