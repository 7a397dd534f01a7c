import { currentPositionMs } from './playback-clock.ts';
import { pause, playNext, seekBy, seekTo, toggle } from './playback-commands.ts';
import type { Playback } from './playback-store.ts';
import { usePlayback } from './playback-store.ts';

const backMs = 15_000;
const forwardMs = 30_000;

/** Lets the system's media keys and its "now playing" panel show and steer what plays. The answer disconnects. */
export function connectMediaSession(): () => void {
  const session = navigator.mediaSession;
  const playIfPaused = () => {
    if (usePlayback.getState().state !== 'playing') toggle();
  };
  session.setActionHandler('play', playIfPaused);
  session.setActionHandler('pause', pause);
  session.setActionHandler('seekbackward', ({ seekOffset }) => seekBy(-(seekOffset ?? backMs / 1000) * 1000));
  session.setActionHandler('seekforward', ({ seekOffset }) =>
    seekBy((seekOffset ?? forwardMs / 1000) * 1000),
  );
  session.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) seekTo(seekTime * 1000);
  });
  session.setActionHandler('nexttrack', () => void playNext());
  return usePlayback.subscribe((playback, before) => {
    if (playback.episodeId !== before.episodeId) session.metadata = describe(playback);
    session.playbackState = playbackState(playback);
    showPosition(playback);
  });
}

function describe({ episodeId, title, authorLabel, showTitle }: Playback): MediaMetadata | null {
  return episodeId === null ? null : new MediaMetadata({ title, artist: authorLabel, album: showTitle });
}

function playbackState({ episodeId, state }: Playback): MediaSessionPlaybackState {
  if (episodeId === null) return 'none';
  return state === 'playing' ? 'playing' : 'paused';
}

/** Also after seeks: the system counts on by itself from what it heard last. */
export function showPosition({ durationMs, speed }: Playback = usePlayback.getState()): void {
  if (durationMs === null || durationMs <= 0) return;
  const position = Math.min(currentPositionMs(), durationMs) / 1000;
  navigator.mediaSession.setPositionState({ duration: durationMs / 1000, playbackRate: speed, position });
}
