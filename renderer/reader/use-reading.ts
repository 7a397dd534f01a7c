import { useReducer } from 'react';
import { play } from '../player/playback-commands.ts';
import { usePlayback } from '../player/playback-store.ts';
import type { FollowState } from './follow.ts';
import { nextFollowState } from './follow.ts';
import { momentOfPlace } from './moment-of-place.ts';
import type { VoicePlace } from './place-marker.ts';
import type { ReaderOptions } from './reader-options.ts';
import { spanOfPlace } from './text-place.ts';
import { tellApproximate } from './tell-approximate.ts';
import type { TextPlace } from './text-place.ts';
import { topBand, voiceBand, windowBand } from './text-view.ts';
import { useReadingPosition } from './use-reading-position.ts';
import type { ReadingOffer } from './use-reading-position.ts';
import { useRelease } from './use-release.ts';
import type { Text } from './use-text.ts';
import { useVoice } from './use-voice.ts';

export interface Reading {
  readonly follow: FollowState;
  /** Whether the player holds this episode: only then is there a voice to come back to. */
  readonly isInPlayer: boolean;
  readonly voice: () => VoicePlace | null;
  readonly offer: ReadingOffer | null;
  readonly playFrom: (place: TextPlace) => void;
  /** Plays from a time, ms. */
  readonly playAt: (atMs: number) => void;
  /** The reader goes somewhere else in the text. */
  readonly leave: () => void;
  readonly comeBack: () => void;
  /** The voice was moved by the text: the page goes with it unless the reader asked to be left alone. */
  readonly noteStep: () => void;
  readonly toggleFollow: () => void;
}

/** The text in step with the sound: each steers the other. */
export function useReading(options: ReaderOptions, { marker, view }: Text): Reading {
  const { episodeId, transcript, scroller, listenedMs } = options;
  const [follow, tellFollow] = useReducer(nextFollowState, 'following');
  const playback = usePlaybackOf(episodeId);
  const keepInView = (place: VoicePlace | null): void => {
    const span = place === null ? null : spanOfPlace(transcript, place);
    if (span !== null) view?.show(span, playback === 'playing' ? voiceBand : windowBand);
  };
  const voice = useVoice({
    transcript,
    marker,
    playback,
    listenedMs,
    onMove: (place) => follow === 'following' && keepInView(place),
  });
  const leave = (): void => {
    view?.stop();
    tellFollow('scrolled-away');
  };
  const playAt = (atMs: number): void => {
    tellFollow('played-from-text');
    void play(episodeId, { atMs });
  };
  const comeBack = (): void => {
    tellFollow('returned');
    keepInView(voice());
  };
  useRelease(scroller, leave);
  const offer = useReadingPosition({
    ...options,
    view,
    isPlaying: playback === 'playing',
    voiceParagraph: () => voice()?.paragraph ?? null,
    onGo: (span) => {
      leave();
      view?.show(span, topBand);
    },
  });
  return {
    follow,
    isInPlayer: playback !== 'absent',
    voice,
    offer,
    playFrom: (place) => {
      const atMs = toldMoment(options, place);
      if (atMs !== null) playAt(atMs);
    },
    playAt,
    leave,
    comeBack,
    noteStep: () => {
      tellFollow('played-from-text');
      if (follow !== 'off') keepInView(voice());
    },
    toggleFollow: () => {
      if (follow !== 'following') keepInView(voice());
      tellFollow('toggled');
    },
  };
}

/** When a word is heard, ms; where that is a guess, it is said. Null when nothing is known. */
function toldMoment({ transcript, episodeId }: ReaderOptions, place: TextPlace): number | null {
  const moment = momentOfPlace(transcript, place, heldDurationMs(episodeId));
  if (moment?.isApproximate === true) tellApproximate();
  return moment?.atMs ?? null;
}

/** The length of the episode as the player knows it; null while it holds another. */
function heldDurationMs(episodeId: string): number | null {
  const held = usePlayback.getState();
  return held.episodeId === episodeId ? held.durationMs : null;
}

/** What the player does with an episode. */
function usePlaybackOf(episodeId: string): 'absent' | 'still' | 'playing' {
  return usePlayback((now) =>
    now.episodeId !== episodeId ? 'absent' : now.state === 'playing' ? 'playing' : 'still',
  );
}
