import type { NowPlaying } from '../../core/system/now-playing.ts';
import { request } from '../desktop/client.ts';
import { artworkAddress } from '../library/load-artwork.ts';
import { audioPlayer } from './audio-player.ts';
import { currentPositionMs } from './playback-clock.ts';
import type { Playback } from './playback-store.ts';
import { usePlayback } from './playback-store.ts';
import { usePlayingChapters } from './playing-chapters.ts';

const artPrefix = 'art://cache/';

/** The picture shown, once it is kept: its address in the feed, and its name in the cache. */
let picture: { readonly url: string; readonly artwork: string | null } | null = null;
let told = '';

/** Keeps the main process informed of what plays, for everything the desktop shows of it. The answer stops it. */
export function tellDesktop(): () => void {
  const tellAll = (): void => tell(false);
  const stops = [
    usePlayback.subscribe(tellAll),
    usePlayingChapters.subscribe(tellAll),
    audioPlayer().listen(({ kind }) => {
      if (kind === 'seeked') tell(true);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The position runs on by itself, so it alone is told only after a jump. */
function tell(jumped: boolean): void {
  const playback = usePlayback.getState();
  const artwork = pictureOf(playback);
  const playing = describe(playback, artwork);
  const now = JSON.stringify({ ...playing, positionMs: 0 });
  if (now === told && !jumped) return;
  told = now;
  void request('system:show-playing', { playing });
}

function describe(playback: Playback, artwork: string | null): NowPlaying | null {
  const { episodeId, title, showTitle, authorLabel, state, durationMs, speed, volume, hasNext } = playback;
  if (episodeId === null) return null;
  return {
    episodeId,
    title: title.slice(0, 2000),
    showTitle: showTitle.slice(0, 1000),
    author: authorLabel.slice(0, 1000),
    artwork,
    state: shownState(state),
    positionMs: Math.max(0, currentPositionMs()),
    durationMs: durationMs !== null && durationMs > 0 ? durationMs : null,
    speed,
    volume,
    hasNext,
  };
}

function shownState(state: Playback['state']): NowPlaying['state'] {
  if (state === 'playing') return 'playing';
  return state === 'loading' ? 'waiting' : 'paused';
}

/** The chapter's picture, else the cover; null until it is here, which is told too. */
function pictureOf({ imageUrl, feedUrl }: Playback): string | null {
  const url = usePlayingChapters.getState().imageUrl ?? imageUrl;
  if (url === null) return null;
  if (picture?.url === url) return picture.artwork;
  picture = { url, artwork: null };
  void artworkAddress(url, feedUrl).then((loaded) => {
    if (picture?.url !== url || !loaded.ok || !loaded.value.startsWith(artPrefix)) return;
    picture = { url, artwork: loaded.value.slice(artPrefix.length) };
    tell(false);
  });
  return null;
}
