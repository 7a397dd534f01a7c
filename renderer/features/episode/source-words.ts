import type { TFunction } from 'i18next';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { timedMs } from './timed-ms.ts';

interface Source {
  readonly transcript: Transcript;
  /** Length of the audio, where known. */
  readonly durationMs: number | null;
  readonly isInexact: boolean;
}

const minuteMs = 60_000;
/** A text that leaves out less than this is not called partial: jingles have no words. */
const coveredWell = 0.8;

/** One line: where the words come from, how they are timed, how much of the audio they cover. */
export function sourceWords(t: TFunction, { transcript, durationMs, isInexact }: Source): string {
  const { source, timing } = transcript;
  const parts = [t(`episode.source.${source.kind}`), t(`episode.timing.${timing}`)];
  if (timing !== 'none' && durationMs !== null) {
    const covered = timedMs(transcript);
    if (covered < durationMs * coveredWell && durationMs >= 2 * minuteMs) {
      const minutes = (ms: number): number => Math.round(ms / minuteMs);
      parts.push(t('episode.covers', { part: minutes(covered), whole: minutes(durationMs) }));
    }
  }
  if (isInexact && timing !== 'none') parts.push(t('episode.inexact'));
  return parts.join(' · ');
}

/** `English · VTT`: what tells one version of a text from another. */
export function variantName({ language, source }: Transcript, interfaceLanguage: string): string {
  const format = source.format.toUpperCase();
  if (language === '') return format;
  return `${languageName(language, interfaceLanguage)} · ${format}`;
}

/** Feeds write language codes in many ways; one that is none is shown as it stands. */
export function languageName(language: string, interfaceLanguage: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
