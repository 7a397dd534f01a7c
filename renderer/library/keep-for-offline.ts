import { getEpisode } from './episodes.ts';
import { artworkAddress } from './load-artwork.ts';
import { loadChapters } from './load-chapters.ts';
import { loadTranscript } from './load-transcript.ts';
import { permittedPictures } from './trusted-hosts.ts';

/** Fetches what belongs to a downloaded episode besides its audio: words, chapters, pictures. What fails is fetched when it is opened. */
export async function keepForOffline(episodeId: string): Promise<void> {
  const view = await getEpisode(episodeId);
  if (view === null) return;
  const { episode, podcast, detail } = view;
  const pictures = [
    podcast.imageUrl,
    episode.imageUrl,
    ...(detail?.persons ?? []).map((person) => person.imageUrl),
  ];
  const [, chapters] = await Promise.all([loadTranscript(episodeId), loadChapters(episodeId)]);
  // A download does not tell strangers of the listener: their pictures come once the listener has let them.
  const chapterPictures = await permittedPictures(chapters.ok ? chapters.value : [], view);
  for (const url of new Set([...pictures, ...chapterPictures])) {
    if (url !== undefined) await artworkAddress(url, podcast.feedUrl);
  }
}
