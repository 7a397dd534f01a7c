import { create } from 'zustand';
import type { AppError } from '../../../core/app-error.ts';
import type { AudioAnalysis } from '../../../core/audio/audio-analysis.ts';
import type { Effects, ShowEffects } from '../../../core/playback/effects.ts';
import { untouched } from '../../../core/playback/effects.ts';

export type Analysis =
  | { readonly kind: 'none' }
  /** Share of the file that has been listened to, 0 to 1. */
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'ready'; readonly sound: AudioAnalysis }
  | { readonly kind: 'failed'; readonly error: AppError };

/** An intro or outro that was just left out: enough to take it back. Stays when the next episode is loaded. */
export interface LeftOut {
  readonly kind: 'intro' | 'outro';
  readonly episodeId: string;
  /** Where playing goes on if it is taken back, and how long the part is. */
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** What is done to the sound of the episode in the player, and what is known for it. */
export interface EffectsState {
  readonly inForce: Effects;
  /** What is set for its show alone. */
  readonly show: ShowEffects;
  /** Decibels set for the episode alone. */
  readonly episodeDb: number;
  readonly analysis: Analysis;
  readonly leftOut: LeftOut | null;
  /** The listener wants to hear the outro of this episode this time. */
  readonly hearsOutro: boolean;
  /** Time that skipped silence has saved in this episode, and in all so far (ms of the listener's life). */
  readonly savedMs: number;
  readonly savedInAllMs: number;
}

/** Goes with the episode. */
const ofEpisode: Omit<EffectsState, 'savedInAllMs' | 'leftOut'> = {
  inForce: untouched,
  show: {},
  episodeDb: 0,
  analysis: { kind: 'none' },
  hearsOutro: false,
  savedMs: 0,
};

export const useEffects = create<EffectsState>(() => ({ ...ofEpisode, leftOut: null, savedInAllMs: 0 }));

/** Another episode is loaded: what is done to its sound, and what skipped silence has saved in it before. */
export function loadEffects(read: Pick<EffectsState, 'inForce' | 'show' | 'episodeDb' | 'savedMs'>): void {
  useEffects.setState({ ...ofEpisode, ...read });
}
