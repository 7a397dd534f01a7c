import { mergeChapters } from '../../core/chapters/merge-chapters.ts';
import { appError } from '../../core/app-error.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { chaptersInAudio } from './chapters-in-audio.ts';
import { cache } from './database.ts';
import { getEpisode } from './episodes.ts';
import type { EpisodeView } from './rows.ts';
import { shareFlights } from './share-flights.ts';

/** Publishers mend chapters after publishing; a kept file is asked for again after this time (ms). */
const freshMs = 7 * 24 * 3_600_000;

const share = shareFlights<Result<Chapter[]>>();

/**
 * Chapters of an episode, by start: of the chapters file (podcast:chapters), kept or fetched, of the feed and of the audio, as
 * `mergeChapters` decides. `inAudio` is what the player has found; else they are read out of a downloaded file.
 * Fails only if there are none and the chapters file could not be had.
 */
export async function loadChapters(
  episodeId: string,
  inAudio: readonly Chapter[] = [],
): Promise<Result<Chapter[]>> {
  const view = await getEpisode(episodeId);
  if (view === null) return failure(appError('not-found', `episode ${episodeId}`));
  const [linked, audio] = await Promise.all([
    share(episodeId, () => linkedChapters(view)),
    inAudio.length > 0 ? inAudio : chaptersInAudio(view),
  ]);
  const feed = view.detail?.chapters ?? [];
  const chapters = mergeChapters({ linked: linked.ok ? linked.value : [], feed, audio });
  return chapters.length === 0 && !linked.ok ? linked : success(chapters);
}

async function linkedChapters({ episode, podcast }: EpisodeView): Promise<Result<Chapter[]>> {
  const { id: episodeId, chaptersUrl: url } = episode;
  if (url === undefined) return success([]);
  const kept = await cache.chapters.get(episodeId);
  const known = kept?.url === url ? kept : undefined;
  if (known !== undefined && Date.now() - known.fetchedAt < freshMs) return success(known.chapters);
  const { feedUrl } = podcast;
  const loaded = await request('chapters:load', { requestId: crypto.randomUUID(), url, feedUrl });
  // Old chapters are better than a message.
  if (!loaded.ok) return known === undefined ? loaded : success(known.chapters);
  await cache.chapters
    .put({ episodeId, url, chapters: loaded.value, fetchedAt: Date.now() })
    .catch(() => undefined);
  return loaded;
}
