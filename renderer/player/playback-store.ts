import { create } from 'zustand';
import type { AppError } from '../../core/app-error.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Loop } from '../../core/playback/loop.ts';
import type { SleepTimer } from '../../core/playback/sleep-timer.ts';

export type PlaybackState = 'idle' | 'loading' | 'playing' | 'paused' | 'failed';

/** What plays now. The position is not here: it changes sixty times a second, see `playback-clock.ts`. */
export interface Playback {
  readonly episodeId: string | null;
  readonly podcastId: string | null;
  readonly title: string;
  readonly showTitle: string;
  readonly authorLabel: string;
  /** Address of the picture as the feed gives it, with the feed's address for `artworkAddress`. */
  readonly imageUrl: string | null;
  readonly feedUrl: string;
  readonly state: PlaybackState;
  /** From the media element once known, else what the feed claims. */
  readonly durationMs: number | null;
  readonly speed: number;
  /** 0 to 1. */
  readonly volume: number;
  /** Silent for now; the volume waits. */
  readonly muted: boolean;
  /** Whether a seek to a time plays that time; null until the audio was looked at. */
  readonly exact: boolean | null;
  /** Played from this computer's disk. */
  readonly local: boolean;
  /** Chapters found in the audio file itself. */
  readonly fileChapters: readonly Chapter[];
  /** Whether what is open has moving pictures. */
  readonly hasPicture: boolean;
  /** Something follows in the playlist or the queue. */
  readonly hasNext: boolean;
  readonly error: AppError | null;
  /** Heard again and again; goes with the episode. */
  readonly loop: Loop | null;
  /** Jumps asked for where none is possible: in a stream whose server cannot be asked for a place in the same recording. */
  readonly refusedJumps: number;
  readonly sleepTimer: SleepTimer | null;
  /** The sleep timer has stopped playing a moment ago. */
  readonly justSlept: boolean;
}

/** Stays when another episode is loaded. */
type Lasting = Pick<Playback, 'speed' | 'volume' | 'muted' | 'sleepTimer' | 'justSlept'>;

const nothingPlays: Omit<Playback, keyof Lasting> = {
  episodeId: null,
  podcastId: null,
  title: '',
  showTitle: '',
  authorLabel: '',
  imageUrl: null,
  feedUrl: '',
  state: 'idle',
  durationMs: null,
  exact: null,
  local: false,
  fileChapters: [],
  hasPicture: false,
  hasNext: false,
  error: null,
  loop: null,
  refusedJumps: 0,
};

const atFirst: Lasting = { speed: 1, volume: 1, muted: false, sleepTimer: null, justSlept: false };

export const usePlayback = create<Playback>(() => ({ ...nothingPlays, ...atFirst }));

/** Nothing is loaded any more; speed, volume and the sleep timer stay. */
export function clearPlayback(): void {
  usePlayback.setState(nothingPlays);
}
