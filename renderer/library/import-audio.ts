import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { describeDownload } from './change-downloads.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { keepInBackground } from './keep-for-offline.ts';
import { feedLanguageOf, keepTakenTexts } from './keep-taken-texts.ts';

/**
 * Lets the user choose the file of an episode whose own is missing; the texts beside it come along. False when the dialog was closed.
 * Fails with `audio-not-audio`, `audio-empty`, `enclosure-missing` and the codes of the disk.
 */
export async function findDownload(episodeId: string): Promise<Result<boolean>> {
  const [download, feedLanguage] = [await describeDownload(episodeId), await feedLanguageOf(episodeId)];
  if (!download.ok) return download;
  const found = await request('download:find-file', { download: download.value, feedLanguage });
  if (!found.ok) return found;
  if (found.value !== null) await keepTakenTexts(episodeId, found.value);
  return success(found.value !== null);
}

/** As `findDownload`, for an episode that was never downloaded: the file is copied among the downloads. */
export async function importAudio(episodeId: string): Promise<Result<boolean>> {
  const found = await findDownload(episodeId);
  if (!found.ok || !found.value) return found;
  await compareWithFiles();
  keepInBackground(episodeId);
  return found;
}
