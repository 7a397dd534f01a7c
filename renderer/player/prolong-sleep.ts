import { sleepFadeMs } from '../../core/playback/sleep-timer.ts';
import { audioPlayer } from './audio-player.ts';
import { play, playNext, seekBy } from './playback-commands.ts';
import { usePlayback } from './playback-store.ts';
import { extendTimer } from './sleep.ts';

/** Five minutes more. Has the timer just stopped playing, it goes on from where it grew quiet, or with the queue. */
export function prolongSleepTimer(): void {
  const { justSlept, episodeId } = usePlayback.getState();
  extendTimer();
  if (!justSlept || episodeId === null) return;
  if (!audioPlayer().isOpen) {
    void playNext();
    return;
  }
  seekBy(-sleepFadeMs);
  void play(episodeId);
}
