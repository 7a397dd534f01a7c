import { Dexie } from 'dexie';
import type { Result } from '../../core/result.ts';
import { requestDownload } from './change-downloads.ts';
import { run } from './commands.ts';
import { library } from './database.ts';
import { getPodcastSettings } from './podcast-settings.ts';
import { readRange } from './read-range.ts';

/** Lets the audio of a show come without encryption, from now on, and tries again what had failed for the want of it. */
export async function allowPlainAudio(podcastId: string): Promise<Result<null>> {
  const settings = { ...(await getPodcastSettings(podcastId)), allowPlainAudio: true as const };
  const allowed = await run({ kind: 'set-podcast-settings', settings });
  if (!allowed.ok) return allowed;
  const index = '[state+requestedAt+episodeId]';
  const range = { index, lower: ['failed'], upper: ['failed', Dexie.maxKey] };
  for (const { episodeId, error, requestedAt, automatic } of await readRange(library.downloads, range)) {
    if (error?.code !== 'audio-unencrypted' || !episodeId.startsWith(`${podcastId}-`)) continue;
    await requestDownload({ episodeId, at: requestedAt, ...(automatic && { automatic }) });
  }
  return allowed;
}
