import { isFolderAddress } from '../../core/folder/folder-address.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { stopAlignment } from './align-text.ts';
import { forgetUnusedSignIn } from './credentials.ts';
import { cache, library } from './database.ts';
import { forgetProgress } from './download-progress.ts';
import { episodeIdStart } from './join-episodes.ts';
import { leftoversRow, removeLeftovers } from './leftover-files.ts';
import { cachesOfEpisodes, tablesOfEpisodes } from './tables-of-episodes.ts';
import { writeLibrary } from './write-library.ts';

/** Forgets a show with all its episodes, their state, texts and files. A file that cannot be deleted now is at a later start. */
export async function unsubscribe(podcastId: string): Promise<Result<null>> {
  const { podcasts, podcastSettings, episodes, downloads, meta } = library;
  const ofEpisodes = tablesOfEpisodes();
  const idStart = episodeIdStart(podcastId);
  const forgotten = await writeLibrary(
    [podcasts, podcastSettings, episodes, meta, ...ofEpisodes],
    async () => {
      const files = await downloads.where('episodeId').startsWith(idStart).toArray();
      const feedUrl = (await podcasts.get(podcastId))?.feedUrl;
      await Promise.all([
        podcasts.delete(podcastId),
        podcastSettings.delete(podcastId),
        episodes.where('id').startsWith(idStart).delete(),
        ...ofEpisodes.map((table) => table.where('episodeId').startsWith(idStart).delete()),
        meta.put(leftoversRow(podcastId, files)),
      ]);
      return success({ files, feedUrl });
    },
  );
  if (!forgotten.ok) return forgotten;
  await forgetCache(podcastId);
  if (forgotten.value.feedUrl !== undefined) await forgetUnusedSignIn(forgotten.value.feedUrl);
  if (isFolderAddress(forgotten.value.feedUrl ?? '')) await request('folder:forget', { podcastId });
  for (const { episodeId, inPlace } of forgotten.value.files) {
    if (inPlace) continue;
    forgetProgress(episodeId);
    stopAlignment(episodeId);
  }
  await removeLeftovers();
  return success(null);
}

/** A cache that fails to forget costs room, not truth. */
async function forgetCache(podcastId: string): Promise<void> {
  const idStart = episodeIdStart(podcastId);
  await Promise.allSettled([
    cache.feeds.delete(podcastId),
    ...cachesOfEpisodes().map((table) => table.where('episodeId').startsWith(idStart).delete()),
  ]);
}
