import { previousChapter } from './chapter-commands.ts';
import { copyArtwork } from './copy-artwork.ts';
import { jumpBack, jumpForward } from './jumps.ts';
import { currentPositionMs } from './playback-clock.ts';
import { pause, playIfPaused, playNext, seekBy, seekTo } from './playback-commands.ts';
import type { Playback } from './playback-store.ts';
import { usePlayback } from './playback-store.ts';
import { usePlayingChapters } from './playing-chapters.ts';

/** Lets the system's media keys and its "now playing" panel show and steer what plays. The answer disconnects. */
export function connectMediaSession(): () => void {
  const session = navigator.mediaSession;
  session.setActionHandler('play', playIfPaused);
  session.setActionHandler('pause', pause);
  session.setActionHandler('seekbackward', ({ seekOffset }) =>
    seekOffset === undefined ? jumpBack() : seekBy(-seekOffset * 1000),
  );
  session.setActionHandler('seekforward', ({ seekOffset }) =>
    seekOffset === undefined ? jumpForward() : seekBy(seekOffset * 1000),
  );
  session.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) seekTo(seekTime * 1000);
  });
  session.setActionHandler('previoustrack', previousChapter);
  const stopPictures = usePlayingChapters.subscribe(({ imageUrl }, before) => {
    if (imageUrl !== before.imageUrl) void showArtwork(usePlayback.getState());
  });
  const stop = usePlayback.subscribe((playback, before) => {
    if (playback.episodeId !== before.episodeId) {
      session.metadata = describe(playback);
      void showArtwork(playback);
    }
    if (playback.hasNext !== before.hasNext)
      session.setActionHandler('nexttrack', playback.hasNext ? () => void playNext() : null);
    session.playbackState = playbackState(playback);
    showPosition(playback);
  });
  return () => {
    stopPictures();
    stop();
  };
}

function describe(playback: Playback, artwork: MediaImage[] = []): MediaMetadata | null {
  const { episodeId, title, authorLabel: artist, showTitle: album } = playback;
  return episodeId === null ? null : new MediaMetadata({ title, artist, album, artwork });
}

let shown: MediaImage | null = null;

/** The chapter's picture, else the cover. The words stand there before: a picture may have to come over the network first. */
async function showArtwork(playback: Playback): Promise<void> {
  const { episodeId, feedUrl } = playback;
  const chapterImageUrl = usePlayingChapters.getState().imageUrl;
  const imageUrl = chapterImageUrl ?? playback.imageUrl;
  const copy = imageUrl === null ? null : await copyArtwork(imageUrl, feedUrl);
  const isStill = usePlayback.getState().episodeId === episodeId;
  if (!isStill || usePlayingChapters.getState().imageUrl !== chapterImageUrl) {
    if (copy !== null) URL.revokeObjectURL(copy.src);
    return;
  }
  if (shown !== null) URL.revokeObjectURL(shown.src);
  shown = copy;
  if (copy !== null) navigator.mediaSession.metadata = describe(playback, [copy]);
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
