import { Dexie } from 'dexie';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import { request } from '../desktop/client.ts';
import { cache, library } from './database.ts';
import { keepForOffline } from './keep-for-offline.ts';
import { onNews } from './library-news.ts';

/** The first screen and the first refresh come first (ms). */
const firstAfterMs = 8_000;
/** A refresh of many shows brings its news in a row; what it brought is looked at once they have stopped for so long (ms). */
const quietMs = 5_000;
/** What failed, e.g. a picture that its server no longer has, is asked for again after this time (ms). */
const retryAfterMs = 24 * 3_600_000;

let underWay: Promise<void> | null = null;

/** Fetches what is still missing of downloaded episodes besides their audio, one episode after the other. */
export function repairOffline(): Promise<void> {
  underWay ??= repair().finally(() => {
    underWay = null;
  });
  return underWay;
}

/** Repairs at start, after the network came back, and when a refresh brought other notes or texts. */
export function scheduleOfflineRepair(): void {
  const look = () => void repairOffline().catch(() => undefined);
  setTimeout(look, firstAfterMs);
  window.addEventListener('online', look);
  let afterNews: ReturnType<typeof setTimeout> | undefined;
  onNews((news) => {
    if (news.kind !== 'refreshed') return;
    clearTimeout(afterNews);
    afterNews = setTimeout(look, quietMs);
  });
}

async function repair(): Promise<void> {
  if (!navigator.onLine) return;
  for (const episodeId of await incomplete()) await keepForOffline(episodeId);
}

async function incomplete(): Promise<string[]> {
  const [done, rows, withPictures, podcasts] = await Promise.all([
    library.downloads
      .where('[state+requestedAt+episodeId]')
      .between(['done', Dexie.minKey], ['done', Dexie.maxKey])
      .primaryKeys(),
    cache.offline.toArray(),
    episodesWithPictures(),
    library.podcasts.toArray(),
  ]);
  const folders = new Set(podcasts.filter(({ feedUrl }) => isFolderAddress(feedUrl)).map(({ id }) => id));
  const longAgo = Date.now() - retryAfterMs;
  const settled = rows.filter(({ episodeId, missing, triedAt }) => {
    return missing === 0 ? withPictures.has(episodeId) : triedAt > longAgo;
  });
  const known = new Set(settled.map(({ episodeId }) => episodeId));
  // Everything of a folder show is on this computer already.
  const isFolder = (episodeId: string): boolean => folders.has(episodeId.split('-', 1)[0]!);
  return done.filter((episodeId) => !known.has(episodeId) && !isFolder(episodeId));
}

/** Pictures may have been lost since they were brought. Where nobody can say, they count as there. */
async function episodesWithPictures(): Promise<ReadonlySet<string>> {
  const rows = await library.downloads.toCollection().toArray();
  const episodeIds = rows.filter(({ inPlace }) => inPlace === undefined).map(({ episodeId }) => episodeId);
  const whole = await request('artwork:whole', { episodeIds });
  return new Set(whole.ok ? whole.value.episodeIds : episodeIds);
}
