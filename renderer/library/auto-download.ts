import { Dexie } from 'dexie';
import { chooseAutoDownload } from '../../core/download/choose-auto-download.ts';
import type { DownloadCandidate } from '../../core/download/choose-auto-download.ts';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { requestDownload } from './change-downloads.ts';
import { library } from './database.ts';
import { keepInBackground } from './keep-for-offline.ts';
import { getPodcastSettings } from './podcast-settings.ts';
import { readKeys, readRange } from './read-range.ts';
import type { DownloadRow, EpisodeRow } from './rows.ts';

/** How far back the filter of a show looks for episodes it lets through. */
const mostLookedAt = 300;

/** Requests the newest episodes of a show that its settings, or those for all, want downloaded by themselves. */
export async function autoDownload(podcastId: string, all: Settings['downloads']): Promise<void> {
  const own = await getPodcastSettings(podcastId);
  const newest = own.autoDownloadNewest ?? all.autoDownloadNewest;
  const podcast = await library.podcasts.get(podcastId);
  if (newest === 0 || podcast === undefined || isFolderAddress(podcast.feedUrl)) return;
  const wanted = chooseAutoDownload(await newestOf(podcastId), { newest, filter: own.autoDownloadFilter });
  for (const episodeId of wanted) {
    const requested = await requestDownload({ episodeId, at: Date.now(), automatic: true });
    if (requested.ok) keepInBackground(episodeId);
  }
}

async function newestOf(podcastId: string): Promise<DownloadCandidate[]> {
  const lower = [podcastId, Dexie.minKey];
  const upper = [podcastId, Dexie.maxKey];
  const range = { index: '[podcastId+order+id]', lower, upper };
  const episodes = await readRange(library.episodes, range, { limit: mostLookedAt });
  const ids = episodes.map(({ id }) => id);
  const downloads = new Map((await readKeys(library.downloads, ids)).map((row) => [row.episodeId, row]));
  return episodes.map((episode) => candidate(episode, downloads.get(episode.id)));
}

function candidate(episode: EpisodeRow, download: DownloadRow | undefined): DownloadCandidate {
  return {
    episodeId: episode.id,
    title: episode.title,
    durationMs: episode.durationMs,
    hasAudio: episode.enclosure !== undefined,
    isPlayed: episode.playedAt !== undefined,
    isDeclined: episode.declinedAt !== undefined,
    isDownload: download !== undefined,
  };
}
