import { request } from '../desktop/client.ts';
import { usePlayback } from './playback-store.ts';

/** The media element knows only that a stream broke off; the main process knows why. */
export async function explainFailure(): Promise<void> {
  const { episodeId, local } = usePlayback.getState();
  if (episodeId === null || local) return;
  const told = await request('media:what-failed', { episodeId });
  const now = usePlayback.getState();
  const isStillSo = now.episodeId === episodeId && now.state === 'failed';
  if (told.ok && told.value.error !== null && isStillSo) usePlayback.setState({ error: told.value.error });
}
