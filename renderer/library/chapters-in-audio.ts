import type { Chapter } from '../../core/feed/feed.ts';
import { request } from '../desktop/client.ts';
import { describeDownload } from './change-downloads.ts';
import type { EpisodeView } from './rows.ts';

/** Chapters written into the audio of a downloaded episode. The file was indexed once, so asking again reads nothing new. */
export async function chaptersInAudio({ episode, download }: EpisodeView): Promise<readonly Chapter[]> {
  if (download?.state !== 'done') return [];
  const source = await describeDownload(episode.id);
  if (!source.ok) return [];
  const { url, type, feedUrl } = source.value;
  const prepared = await request('media:prepare', { episodeId: episode.id, url, type, feedUrl });
  return prepared.ok ? prepared.value.chapters : [];
}
