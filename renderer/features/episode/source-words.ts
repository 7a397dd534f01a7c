import type { TFunction } from 'i18next';
import type { TextVersion } from '../../library/episode-texts.ts';
import type { AlignedText } from './aligned-text.ts';
import { alignmentWords, isSaid } from './alignment-words.ts';
import { timedMs } from './timed-ms.ts';

interface Source {
  readonly text: AlignedText;
  /** Length of the audio, where known. */
  readonly durationMs: number | null;
  readonly isInexact: boolean;
  /** The audio is on this computer. */
  readonly isHere: boolean;
  /** Of the interface. */
  readonly language: string;
}

const minuteMs = 60_000;
/** A text that leaves out less than this is not called partial: jingles have no words. */
const coveredWell = 0.8;

/** One line: where the words come from, how they are timed, how much of the audio they cover. */
export function sourceWords(t: TFunction, given: Source): string {
  const { transcript, offer } = given.text;
  const { timing } = transcript;
  const parts = [nameOf(t, given.text), ...timingWords(t, given), ...coverWords(t, given)];
  if (offer?.kind === 'match' && !given.isHere) parts.push(t('align.needsDownload'));
  if (given.isInexact && timing !== 'none') parts.push(t('episode.inexact'));
  return parts.join(' · ');
}

/** An article, or what a feed has, is called a transcript when the sound says it word for word. */
function nameOf(t: TFunction, { transcript, alignment }: AlignedText): string {
  const { kind } = transcript.source;
  const isProven = alignment !== null && isSaid(alignment);
  if (isProven && (kind === 'page' || kind === 'feed')) return t(`episode.spokenSource.${kind}`);
  return t(`episode.source.${kind}`);
}

function timingWords(t: TFunction, { text, language }: Source): string[] {
  const { given, alignment, transcript } = text;
  return alignment === null
    ? [t(`episode.timing.${transcript.timing}`)]
    : alignmentWords(t, { given, alignment }, language);
}

function coverWords(t: TFunction, { text, durationMs }: Source): string[] {
  const { transcript, alignment } = text;
  const wholeMs = alignment?.durationMs ?? durationMs;
  if (transcript.timing === 'none' || wholeMs === null || wholeMs < 2 * minuteMs) return [];
  const covered = timedMs(transcript);
  if (covered >= wholeMs * coveredWell) return [];
  const minutes = (ms: number): number => Math.round(ms / minuteMs);
  const said = alignment === null ? 'episode.covers' : 'align.covers';
  return [t(said, { part: minutes(covered), whole: minutes(wholeMs) })];
}

/**
 * What tells the texts of an episode from each other: `English · VTT · captions` of the publisher, the file's name of the listener's own,
 * else where it comes from. No two are called the same.
 */
export function textNames(t: TFunction, texts: readonly TextVersion[], interfaceLanguage: string): string[] {
  const names: string[] = [];
  for (const { transcript, name } of texts) {
    const { language, source } = transcript;
    const format = source.format.toUpperCase();
    const published = [
      ...(language === '' ? [] : [languageName(language, interfaceLanguage)]),
      format,
      ...(source.rel === 'captions' ? [t('episode.captions')] : []),
    ].join(' · ');
    const own = name === '' ? t('episode.typedText') : (name ?? '');
    const plain = own || (source.kind === 'publisher' ? published : t(`episode.sourceName.${source.kind}`));
    const twins = names.filter((other) => other === plain || other.startsWith(`${plain} (`)).length;
    names.push(twins === 0 ? plain : `${plain} (${twins + 1})`);
  }
  return names;
}

/** Feeds write language codes in many ways; one that is none is shown as it stands. */
export function languageName(language: string, interfaceLanguage: string): string {
  try {
    return new Intl.DisplayNames(interfaceLanguage, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
