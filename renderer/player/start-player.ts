import { onCommand } from '../library/commands.ts';
import type { Command } from '../library/commands.ts';
import { recall } from '../library/memory.ts';
import { useSettings } from '../settings/settings-store.ts';
import type { AudioEvent } from './audio-player.ts';
import { audioPlayer } from './audio-player.ts';
import { followEffects } from './effects/follow-effects.ts';
import { isJumpingOverSilence } from './effects/skip-silence.ts';
import { explainFailure } from './explain-failure.ts';
import { followFinished, forgetFinished } from './finished-download.ts';
import {
  finishEpisode,
  finishLeft,
  keepEveryMs,
  keepPosition,
  keepPositionLeaving,
  positionIsKept,
} from './keep-position.ts';
import { lastEpisodeKey, loadEpisode } from './load-episode.ts';
import { followChapters } from './follow-chapters.ts';
import { followNext } from './follow-next.ts';
import { followDesktop } from './follow-desktop.ts';
import { followLoop, loopBackFromEnd } from './loop-commands.ts';
import { connectMediaSession, showPosition } from './media-session.ts';
import { pauseWhenPulled } from './pause-when-pulled.ts';
import { tick } from './playback-clock.ts';
import { fail, notePause, playOrEnd, watchWish } from './playback-commands.ts';
import { clearPlayback, usePlayback } from './playback-store.ts';
import { openAhead } from './open-ahead.ts';
import { nextToPlay } from './playing-list.ts';
import { fallAsleep, followSleepTimer } from './sleep.ts';
import { tellDesktop } from './tell-desktop.ts';
import { watchTurningPoints } from './turning-points.ts';

/** Shorter waits are not worth showing (ms). */
const waitingShownAfterMs = 300;

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Connects the media element, the system's media keys and the store, and loads the last episode, paused, where it was left.
 * Once, after `startLibrary` and `startSettings`.
 */
export async function startPlayer(): Promise<void> {
  const player = audioPlayer();
  const { speed, volume } = useSettings.getState().playback;
  player.setSpeed(speed);
  player.setVolume(volume);
  usePlayback.setState({ speed, volume });
  player.listen(hear);
  usePlayback.subscribe((playback, before) => {
    if (playback.speed !== before.speed) tick();
  });
  followFinished();
  // Where two turn at one place: first it sleeps, then it loops, then it skips.
  followSleepTimer();
  followLoop();
  followChapters();
  followNext();
  watchTurningPoints();
  await followEffects();
  connectMediaSession();
  tellDesktop();
  followDesktop();
  void pauseWhenPulled();
  onCommand(follow);
  keepPositionRegularly();
  const last = await recall(lastEpisodeKey);
  const isWanted = watchWish();
  if (last === null || !(await loadEpisode(last, { isWanted }))) return;
  if (await finishLeft(last)) tick();
  openAhead();
}

function hear(event: AudioEvent): void {
  if (event.kind !== 'seeked' && event.kind !== 'duration' && event.kind !== 'picture') clearTimeout(waiting);
  switch (event.kind) {
    case 'playing':
      usePlayback.setState({ state: 'playing', error: null });
      break;
    case 'waiting':
      waiting = setTimeout(() => usePlayback.setState({ state: 'loading' }), waitingShownAfterMs);
      break;
    case 'paused':
      if (usePlayback.getState().state !== 'failed') usePlayback.setState({ state: 'paused' });
      void notePause();
      break;
    case 'seeked':
      showPosition();
      if (!isJumpingOverSilence()) void keepPosition();
      break;
    case 'picture':
      usePlayback.setState({ hasPicture: event.hasPicture });
      break;
    case 'duration':
      usePlayback.setState({ durationMs: event.durationMs });
      break;
    case 'unreachable':
      usePlayback.setState(({ refusedJumps }) => ({ refusedJumps: refusedJumps + 1 }));
      break;
    case 'failed':
      fail(event.error);
      void explainFailure();
      break;
    case 'ended':
      if (!loopBackFromEnd()) void goOn();
      break;
  }
  tick();
}

/** After the last word: the next of the queue, unless the listener wants to sleep or to choose. */
async function goOn(): Promise<void> {
  const { episodeId, sleepTimer } = usePlayback.getState();
  const isUntouched = watchWish();
  usePlayback.setState({ state: 'paused' });
  audioPlayer().rest(0);
  if (episodeId !== null) positionIsKept(episodeId, 0);
  const next = await nextToPlay(episodeId ?? '');
  if (episodeId !== null) await finishEpisode(episodeId);
  if (!isUntouched()) return;
  if (sleepTimer !== null && sleepTimer.kind !== 'at') fallAsleep();
  else if (useSettings.getState().playback.autoAdvance) await playOrEnd(next);
}

/** What the listener takes from the library is taken from the player too. */
function follow(command: Command): void {
  const { episodeId, podcastId } = usePlayback.getState();
  if (command.kind === 'unsubscribe' && command.podcastId === podcastId) {
    clearPlayback();
    audioPlayer().rest(0);
  }
  if (command.kind === 'delete-download' && command.episodeId === episodeId) {
    // What is streamed may have become this very file.
    forgetFinished();
    audioPlayer().release();
    usePlayback.setState({ local: false, exact: null, state: 'paused' });
  }
}

function keepPositionRegularly(): void {
  setInterval(() => {
    if (usePlayback.getState().state === 'playing') void keepPosition();
  }, keepEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keepPosition();
  });
  window.addEventListener('pagehide', keepPositionLeaving);
  window.addEventListener('beforeunload', keepPositionLeaving);
}
