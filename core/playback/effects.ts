import type { Settings } from '../settings/settings.ts';

/** What is done to the sound of one episode. */
export interface Effects {
  readonly speed: number;
  readonly levelling: boolean;
  readonly skipSilence: boolean;
  /** Ms left out at the start and at the end. */
  readonly skipIntroMs: number;
  readonly skipOutroMs: number;
  /** Decibels added to the sound. */
  readonly volumeDb: number;
  /** The show is music: it is played as it is, whatever is set. */
  readonly isMusic: boolean;
}

/** What may be set for one show; what is absent is as for all. */
export type ShowEffects = Partial<
  Record<'speed' | 'skipIntroMs' | 'skipOutroMs' | 'volumeDb', number | undefined> &
    Record<'levelling' | 'skipSilence', boolean | undefined>
>;

export interface EffectSources {
  /** The settings for all shows. */
  readonly all: Settings['playback'];
  readonly show: ShowEffects;
  /** Decibels of the episode alone. */
  readonly episodeDb: number;
  /** podcast:medium of the show. */
  readonly medium: string | undefined;
}

/** What is set for the show goes before what is set for all. Music keeps only its volume step. */
export function effectsInForce({ all, show, episodeDb, medium }: EffectSources): Effects {
  const volumeDb = (show.volumeDb ?? 0) + episodeDb;
  if (isMusic(medium)) return { ...untouched, volumeDb, isMusic: true };
  return {
    speed: show.speed ?? all.speed,
    levelling: show.levelling ?? all.levelling,
    skipSilence: show.skipSilence ?? all.skipSilence,
    skipIntroMs: show.skipIntroMs ?? all.skipIntroMs,
    skipOutroMs: show.skipOutroMs ?? all.skipOutroMs,
    volumeDb,
    isMusic: false,
  };
}

/** The sound as it comes. */
export const untouched: Effects = {
  speed: 1,
  levelling: false,
  skipSilence: false,
  skipIntroMs: 0,
  skipOutroMs: 0,
  volumeDb: 0,
  isMusic: false,
};

/** `music`, and `musicL` for lists of it (podcast:medium). */
export function isMusic(medium: string | undefined): boolean {
  return /^musicl?$/i.test(medium ?? '');
}

/** Less than this of an episode must stay (ms), or nothing is left out at its ends: the settings were meant for longer ones. */
const leastHeardMs = 10_000;

/** Where an episode begins and ends when its intro and outro are left out, ms. */
export function heardPart(
  { skipIntroMs, skipOutroMs }: Pick<Effects, 'skipIntroMs' | 'skipOutroMs'>,
  durationMs: number | null,
): { readonly startMs: number; readonly endMs: number | null } {
  if (durationMs === null) return { startMs: skipIntroMs, endMs: null };
  if (skipIntroMs + skipOutroMs + leastHeardMs > durationMs) return { startMs: 0, endMs: null };
  return { startMs: skipIntroMs, endMs: skipOutroMs === 0 ? null : durationMs - skipOutroMs };
}
