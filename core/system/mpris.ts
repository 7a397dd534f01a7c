import type { Variant } from '../dbus/wire-value.ts';
import { variant } from '../dbus/wire-value.ts';
import type { NowPlaying } from './now-playing.ts';

type Properties = Readonly<Record<string, Variant>>;

const microseconds = 1000;
const noTrack = '/org/mpris/MediaPlayer2/TrackList/NoTrack';

/** Interface `org.mpris.MediaPlayer2` (https://specifications.freedesktop.org/mpris-spec/2.2/). */
export const mprisRoot: Properties = {
  CanQuit: variant('b', true),
  CanRaise: variant('b', true),
  HasTrackList: variant('b', false),
  Identity: variant('s', 'Earmark'),
  DesktopEntry: variant('s', 'earmark'),
  SupportedUriSchemes: variant('as', []),
  SupportedMimeTypes: variant('as', []),
};

/** Interface `org.mpris.MediaPlayer2.Player` without `Position`, whose changes are not told. `pictureUrl`: where the picture's file is. */
export function mprisPlayer(playing: NowPlaying | null, pictureUrl: string | null): Properties {
  const isLoaded = variant('b', playing !== null);
  return {
    PlaybackStatus: variant('s', statusOf(playing)),
    Rate: variant('d', playing?.speed ?? 1),
    MinimumRate: variant('d', 0.5),
    MaximumRate: variant('d', 3.5),
    Volume: variant('d', playing?.volume ?? 1),
    Metadata: variant('a{sv}', Object.entries(metadataOf(playing, pictureUrl))),
    CanGoNext: variant('b', playing?.hasNext === true),
    CanGoPrevious: isLoaded,
    CanPlay: isLoaded,
    CanPause: isLoaded,
    CanSeek: variant('b', playing !== null && playing.durationMs !== null),
    CanControl: variant('b', true),
  };
}

/** The properties of `after` that differ from `before`. */
export function changedProperties(before: Properties, after: Properties): Properties {
  const differs = ([name, value]: [string, Variant]): boolean =>
    JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(after).filter(differs));
}

/** Names what plays in `Metadata` and in `SetPosition`: a path takes no hyphens. */
export function mprisTrackId(playing: NowPlaying | null): string {
  return playing === null ? noTrack : `/app/earmark/episode/${playing.episodeId.replaceAll('-', '_')}`;
}

/** A position (ms) as D-Bus has it. */
export function mprisPosition(positionMs: number): Variant {
  return variant('x', Math.round(positionMs * microseconds));
}

/** Ms of a time given in microseconds. */
export function msOfMpris(time: unknown): number {
  return Number(time) / microseconds;
}

function statusOf(playing: NowPlaying | null): string {
  if (playing === null) return 'Stopped';
  return playing.state === 'paused' ? 'Paused' : 'Playing';
}

function metadataOf(playing: NowPlaying | null, pictureUrl: string | null): Properties {
  const trackId = { 'mpris:trackid': variant('o', mprisTrackId(playing)) };
  if (playing === null) return trackId;
  const { title, author, showTitle, durationMs } = playing;
  return {
    ...trackId,
    'xesam:title': variant('s', title),
    'xesam:artist': variant('as', [author]),
    'xesam:album': variant('s', showTitle),
    ...(durationMs === null ? {} : { 'mpris:length': mprisPosition(durationMs) }),
    ...(pictureUrl === null ? {} : { 'mpris:artUrl': variant('s', pictureUrl) }),
  };
}
