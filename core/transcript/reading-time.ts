import type { Transcript } from './transcript.ts';

/**
 * Words a minute of silent reading. Brysbaert 2019 (doi:10.1016/j.jml.2019.104047) for English; Trauzettel-Klosinski and others
 * 2012, IReST (doi:10.1167/iovs.11-8284), for the rest: long words and word endings make the difference.
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 238,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
/** The mean of the study. */
const usual = 184;

/** How long a text takes to read, ms, by the language it is in. */
export function readingTimeMs({ paragraphs, language }: Pick<Transcript, 'paragraphs' | 'language'>): number {
  let words = 0;
  for (const { sentences } of paragraphs) for (const sentence of sentences) words += sentence.words.length;
  const speed = wordsPerMinute[language.toLowerCase().split(/[-_]/)[0] ?? ''] ?? usual;
  return Math.round((words / speed) * 60_000);
}
