import type { SoundFeatures } from './sound-features.ts';

/** A phone of synthesised speech: its name as the voice calls it, and where it lies in that speech (ms). */
export interface SpokenPhone {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Index into `SpokenText.words`. */
  readonly word: number;
}

export interface SpokenWord {
  /** Index of its sentence in the transcript, and of the word in that sentence. */
  readonly sentence: number;
  readonly index: number;
  readonly startMs: number;
}

/** A text as a synthetic voice reads it, sentence after sentence. Words without a phone of their own are left out. */
export interface SpokenText {
  readonly features: SoundFeatures;
  readonly words: readonly SpokenWord[];
  readonly phones: readonly SpokenPhone[];
}
