import type { Result } from '../../core/result.ts';
import { findDownload } from './change-downloads.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { keepInBackground } from './keep-for-offline.ts';

/**
 * Lets the user choose a file for the audio of an episode; it is copied among the downloads. False when the dialog was closed.
 * Fails with `audio-not-audio`, `audio-empty`, `enclosure-missing` and the codes of the disk.
 */
export async function importAudio(episodeId: string): Promise<Result<boolean>> {
  const found = await findDownload(episodeId);
  if (!found.ok || !found.value) return found;
  await compareWithFiles();
  keepInBackground(episodeId);
  return found;
}
