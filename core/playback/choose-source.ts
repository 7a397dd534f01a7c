import { appError } from '../app-error.ts';
import type { AlternateEnclosure, Enclosure } from '../feed/feed.ts';
import type { Result } from '../result.ts';
import { failure, success } from '../result.ts';
import type { SourceChoice } from './source-choices.ts';
import { sourceChoices } from './source-choices.ts';

/** What the feed offers, and what the listener chose of it. */
export interface SourceOffer {
  readonly enclosure: Enclosure | undefined;
  readonly alternates: readonly AlternateEnclosure[];
  readonly chosenUrl?: string | undefined;
}

/**
 * The address an episode's audio comes from: the one chosen, as long as the feed has it; else the enclosure, else the default of
 * the alternate ones, else the first of them that can be played, sound before moving pictures (podcast:alternateEnclosure). Fails with
 * `enclosure-missing`.
 */
export function chooseSource({ enclosure, alternates, chosenUrl }: SourceOffer): Result<SourceChoice> {
  const choices = sourceChoices(enclosure, alternates);
  const chosen = choices.find(({ url }) => url === chosenUrl);
  if (chosen !== undefined) return success(chosen);
  const isNamed = ({ isDefault, sources }: AlternateEnclosure) =>
    isDefault && sources.some(({ url }) => url === choices[0]?.url);
  const hasUsual = enclosure !== undefined || alternates.some(isNamed);
  const usual = hasUsual ? choices[0] : (choices.find(isSound) ?? choices.find(isVideo));
  return usual === undefined ? failure(appError('enclosure-missing')) : success(usual);
}

/** What Chromium has decoders for; lists of segments (HLS) are no file. */
function isSound({ type }: SourceChoice): boolean {
  return /^audio\/(?:mpeg|mp3|mp4|x-m4a|m4a|aac|aacp|ogg|opus|vorbis|flac|x-flac|wav|x-wav|wave|webm)\b/.test(
    type,
  );
}

function isVideo({ type }: SourceChoice): boolean {
  return /^video\/(?:mp4|x-m4v|webm|ogg)\b/.test(type);
}
