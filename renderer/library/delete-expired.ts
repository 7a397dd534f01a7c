import { chooseExpired } from '../../core/download/choose-expired.ts';
import type { StoredDownload } from '../../core/download/choose-expired.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { deleteDownload } from './change-downloads.ts';
import { library } from './database.ts';
import { episodeIdStart, joinEpisodes } from './join-episodes.ts';
import { getPodcastSettings } from './podcast-settings.ts';
import { readKeys, readRange, startingWith } from './read-range.ts';
import type { EpisodeListItem } from './rows.ts';
import { readMarked, storedEpisode } from './stored-episodes.ts';
import type { Marked } from './stored-episodes.ts';

export interface ExpiryInput {
  readonly podcastId: string;
  /** What holds where the show has nothing of its own. */
  readonly all: Settings['downloads'];
  /** The episode in the player. */
  readonly playingId: string | null;
}

/** Deletes the downloads of a show that its rules let go, and answers them. What cannot be deleted stays listed. */
export async function deleteExpired({ podcastId, all, playingId }: ExpiryInput): Promise<EpisodeListItem[]> {
  const own = await getPodcastSettings(podcastId);
  const keepNewest = own.keepNewest ?? all.keepNewest;
  const deleteAfterPlayed = own.deleteAfterPlayed ?? all.deleteAfterPlayed;
  if (keepNewest === 0 && !deleteAfterPlayed) return [];
  const [items, marked] = await Promise.all([finishedOf(podcastId), readMarked()]);
  const stored = items.map((item) => storedDownload(item, playingId, marked));
  const deleted: EpisodeListItem[] = [];
  for (const { episodeId } of chooseExpired(stored, { keepNewest, deleteAfterPlayed })) {
    const item = items.find(({ episode }) => episode.id === episodeId)!;
    if ((await deleteDownload(episodeId, Date.now())).ok) deleted.push(item);
  }
  return deleted;
}

async function finishedOf(podcastId: string): Promise<EpisodeListItem[]> {
  const rows = await readRange(library.downloads, startingWith('episodeId', episodeIdStart(podcastId)));
  const done = rows
    .filter(({ state, inPlace }) => state === 'done' && inPlace === undefined)
    .map(({ episodeId }) => episodeId);
  return joinEpisodes(await readKeys(library.episodes, done));
}

function storedDownload(item: EpisodeListItem, playingId: string | null, marked: Marked): StoredDownload {
  return {
    ...storedEpisode(item, playingId, marked),
    requestedAt: item.download!.requestedAt,
    playedAt: item.episode.playedAt,
    isAutomatic: item.download!.automatic === true,
  };
}
