import { audioPlayer } from './audio-player.ts';
import { pause, play, watchWish } from './playback-commands.ts';
import { usePlayback } from './playback-store.ts';

/** Lets go of an episode's audio while `change` puts another in its place, and goes on from the same time if it was playing. */
export async function changeSource(episodeId: string, change: () => Promise<boolean>): Promise<void> {
  const { episodeId: current, state } = usePlayback.getState();
  if (current !== episodeId) {
    await change();
    return;
  }
  const wasPlaying = state === 'playing' || state === 'loading';
  pause();
  audioPlayer().release();
  usePlayback.setState({ local: false, exact: null, fileChapters: [], hasPicture: false });
  const isUntouched = watchWish();
  await change();
  if (wasPlaying && isUntouched()) await play(episodeId);
}
