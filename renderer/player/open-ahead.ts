import { getEpisode } from '../library/episodes.ts';
import { audioPlayer } from './audio-player.ts';
import { describeAudio } from './describe-audio.ts';
import { sourceOf } from './feed/source-of.ts';
import { usePlayback } from './playback-store.ts';
import { prepareAudio } from './prepare-audio.ts';

/**
 * Opens the downloaded audio of what was loaded, once the window has nothing else to do: a click on Play then only starts
 * it, where the tables of a file of many hours would have to be read first. What goes wrong is told to who plays it.
 */
export function openAhead(): void {
  requestIdleCallback(() => void openLoaded());
}

async function openLoaded(): Promise<void> {
  const { episodeId } = usePlayback.getState();
  if (episodeId === null || (await getEpisode(episodeId))?.download?.state !== 'done') return;
  const prepared = await prepareAudio(episodeId);
  if (!prepared.ok || !prepared.value.local || !isStillWaiting(episodeId)) return;
  describeAudio(prepared.value);
  audioPlayer().open(sourceOf(prepared.value));
}

/** Nobody has asked to play it, or something else, in the meantime. */
function isStillWaiting(episodeId: string): boolean {
  const playing = usePlayback.getState();
  return playing.episodeId === episodeId && playing.state === 'paused' && !audioPlayer().isOpen;
}
