import { run } from '../library/commands.ts';
import { getDownload } from '../library/downloads.ts';
import { useSettings } from '../settings/settings-store.ts';

/**
 * A play of what is not downloaded is a download in progress, unless the user says otherwise: the player then hears what the
 * download brings. Where it cannot be downloaded the download says so, and the episode is played without being kept.
 */
export async function keepStreamed(episodeId: string): Promise<void> {
  if (!useSettings.getState().playback.keepStreamed) return;
  const download = await getDownload(episodeId);
  if (download?.state === 'done' || download?.state === 'downloading') return;
  await run({ kind: 'request-download', episodeId });
}
