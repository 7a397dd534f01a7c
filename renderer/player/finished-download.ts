import { listen } from '../desktop/client.ts';
import { usePlayback } from './playback-store.ts';
import { prepareAudio } from './prepare-audio.ts';
import type { PreparedAudio } from './prepare-audio.ts';

let finished: { readonly episodeId: string; readonly audio: PreparedAudio } | null = null;

/**
 * When the download of what is streamed is whole, gets the file ready; the answer stops that. Running playback stays as it is:
 * the same bytes go on, and the file with its exact times is taken at the next jump or pause.
 */
export function followFinished(): () => void {
  return listen('download:changed', ({ episodeId, state }) => {
    if (state === 'done' && isStreamed(episodeId)) void getReady(episodeId);
  });
}

/** The finished file of what is streamed, once. */
export function takeFinished(): PreparedAudio | null {
  const taken = finished;
  finished = null;
  return taken !== null && isStreamed(taken.episodeId) ? taken.audio : null;
}

/** The file is deleted: there is nothing to take any more. */
export function forgetFinished(): void {
  finished = null;
}

async function getReady(episodeId: string): Promise<void> {
  const prepared = await prepareAudio(episodeId);
  if (prepared.ok && prepared.value.local && isStreamed(episodeId))
    finished = { episodeId, audio: prepared.value };
}

function isStreamed(episodeId: string): boolean {
  const playing = usePlayback.getState();
  return playing.episodeId === episodeId && playing.exact !== null && !playing.local;
}
