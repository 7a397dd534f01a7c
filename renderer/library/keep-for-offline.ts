import { notePictures } from '../../core/feed/note-pictures.ts';
import { isSameSite } from '../../core/pages/is-same-site.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import { request } from '../desktop/client.ts';
import { cache, library } from './database.ts';
import { getEpisode } from './episodes.ts';
import { tellNews } from './library-news.ts';
import { keptArticle, loadArticle } from './load-article.ts';
import { loadChapters } from './load-chapters.ts';
import { loadTranscript } from './load-transcript.ts';
import type { EpisodeView } from './rows.ts';
import { shareFlights } from './share-flights.ts';
import { permittedPictures } from './trusted-hosts.ts';

/** Of one episode; more than any page shows. */
const mostPictures = 5_000;

const share = shareFlights<null>();

/**
 * Fetches what belongs to a downloaded episode besides its audio: words, chapters, pictures, those in its notes too. What
 * came is remembered, so that `repairOffline` fetches the rest later.
 */
export async function keepForOffline(episodeId: string): Promise<void> {
  const view = await getEpisode(episodeId);
  if (view === null) return;
  await share(`${episodeId} ${view.download?.state}`, async () => {
    await keep(view);
    return null;
  });
}

/** The same with nobody waiting: what does not come now, `repairOffline` fetches later. */
export function keepInBackground(episodeId: string): void {
  keepForOffline(episodeId).catch(() => undefined);
}

async function keep(view: EpisodeView): Promise<void> {
  const episodeId = view.episode.id;
  const [texts, chapters] = await Promise.all([loadTranscript(episodeId), loadChapters(episodeId)]);
  const hasText = texts.ok && texts.value.transcripts.length > 0;
  const page = hasText ? 'done' : await keepArticle(view);
  const article = await keptArticle(episodeId);
  const urls = new Set([
    ...(await picturesOf(view, chapters.ok ? chapters.value : [])),
    ...notePictures(article?.html ?? ''),
  ]);
  const { feedUrl } = view.podcast;
  const pictures = await request('artwork:keep', {
    episodeId,
    feedUrl,
    urls: [...urls].slice(0, mostPictures),
  });
  const missing =
    (texts.ok && texts.value.failed.length === 0 ? 0 : 1) +
    (page === 'done' ? 0 : 1) +
    (chapters.ok ? 0 : 1) +
    (pictures.ok ? pictures.value.missing : 1);
  // Chapters inside the audio can be read only now, so that what was kept before it was here is not all.
  const isWhole = view.download?.state === 'done' && view.detail !== null;
  if (!isWhole) return;
  const before = await cache.offline.get(episodeId).catch(() => undefined);
  await cache.offline.put({ episodeId, missing, triedAt: Date.now() }).catch(() => undefined);
  if (hasText && before !== undefined && missing < before.missing)
    tellNews({ kind: 'text-arrived', episodeId });
}

/** `later`: it may be had another time. A page that has no article today is not asked again. */
async function keepArticle({ episode, podcast }: EpisodeView): Promise<'done' | 'later'> {
  const { id, link, enclosure } = episode;
  if (link === undefined || (await keptArticle(id)) !== null) return 'done';
  const settings = await request('settings:read', {});
  const from = settings.ok ? settings.value.downloads.pageTexts : 'never';
  const isOwn = [podcast.feedUrl, enclosure?.url ?? ''].some((address) => isSameSite(address, link));
  if (from === 'never' || (from === 'own-site' && !isOwn)) return 'done';
  const loaded = await loadArticle(id);
  return !loaded.ok && /^(?:network|http-server|proxy)-/.test(loaded.error.code) ? 'later' : 'done';
}

async function picturesOf(view: EpisodeView, chapters: readonly Chapter[]): Promise<Set<string>> {
  const { episode, podcast, detail } = view;
  const ofShow = (await library.podcasts.get(podcast.id))?.persons ?? [];
  const persons = detail === null || detail.persons.length === 0 ? ofShow : detail.persons;
  const pictures = [podcast.imageUrl, episode.imageUrl, ...persons.map((person) => person.imageUrl)];
  // A download does not tell strangers of the listener: their pictures come once the listener has let them.
  const ofChapters = await permittedPictures(chapters, view);
  const inNotes = notePictures(detail?.notesHtml ?? '');
  return new Set([...pictures, ...ofChapters, ...inNotes].filter((url) => url !== undefined));
}
