import { appError } from '../../core/app-error.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { cache } from './database.ts';
import { getEpisode } from './episodes.ts';
import { shareFlights } from './share-flights.ts';

/** Publishers mend chapters after publishing; a kept file is asked for again after this time (ms). */
const freshMs = 7 * 24 * 3_600_000;

const share = shareFlights<Result<Chapter[]>>();

/**
 * Chapters of an episode: the chapters file (podcast:chapters), kept or fetched, else those inside the feed.
 * Chapters inside the audio come with playing.
 */
export function loadChapters(episodeId: string): Promise<Result<Chapter[]>> {
  return share(episodeId, async () => {
    const view = await getEpisode(episodeId);
    if (view === null) return failure(appError('not-found', `episode ${episodeId}`));
    const inFeed = view.detail?.chapters ?? [];
    const url = view.episode.chaptersUrl;
    if (url === undefined) return success(inFeed);
    const kept = await cache.chapters.get(episodeId);
    const known = kept?.url === url ? kept : undefined;
    if (known !== undefined && Date.now() - known.fetchedAt < freshMs) return success(known.chapters);
    const feedUrl = view.podcast.feedUrl;
    const loaded = await request('chapters:load', { requestId: crypto.randomUUID(), url, feedUrl });
    if (!loaded.ok) return orElse(known?.chapters ?? inFeed, loaded);
    await cache.chapters
      .put({ episodeId, url, chapters: loaded.value, fetchedAt: Date.now() })
      .catch(() => undefined);
    return loaded;
  });
}

/** Some chapters are better than a message. */
function orElse(chapters: Chapter[], failed: Result<Chapter[]>): Result<Chapter[]> {
  return chapters.length > 0 ? success(chapters) : failed;
}
