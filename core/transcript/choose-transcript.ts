import type { Transcript } from './transcript.ts';

const timingRank: Readonly<Record<Transcript['timing'], number>> = { word: 3, aligned: 2, cue: 1, none: 0 };

/**
 * The variants of an episode's text, best first: timed before untimed, the show's language before others, words before
 * cues, captions (`rel`) and the publisher's own before the rest; the order given decides between equals.
 */
export function rankTranscripts<Variant extends Pick<Transcript, 'timing' | 'language' | 'source'>>(
  variants: readonly Variant[],
  language: string,
): Variant[] {
  const compared = (variant: Variant): readonly number[] => [
    Math.min(1, timingRank[variant.timing]),
    languageMatch(variant.language, language),
    timingRank[variant.timing],
    variant.source.rel?.toLowerCase() === 'captions' ? 1 : 0,
    variant.source.kind === 'publisher' ? 1 : 0,
  ];
  return [...variants].sort((a, b) => firstDifference(compared(b), compared(a)));
}

/** 2: the same language; 1: one of the two is not known, so it may be; 0: another language. */
function languageMatch(given: string, wanted: string): number {
  const [a = '', b = ''] = [given, wanted].map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  if (a === '' || b === '') return 1;
  return a === b ? 2 : 0;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
