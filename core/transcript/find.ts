import { fold, foldedOffsets } from '../text/fold.ts';
import { createFormFinder } from './find-forms.ts';
import type { FoundSpan } from './find-forms.ts';
import type { Transcript } from './transcript.ts';

/** Where the sought text stands: UTF-16 offsets into the `text` of that paragraph. */
export interface Hit {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where `query` occurs, in reading order and not overlapping. Case, accents, ё/е and runs of white space in
 * the query make no difference; an empty query finds nothing. Words are found in their other forms too (Russian and English).
 */
export function findInTranscript(
  { paragraphs, language = '' }: Pick<Transcript, 'paragraphs'> & Partial<Pick<Transcript, 'language'>>,
  query: string,
): Hit[] {
  const sought = fold(query).replace(/\s+/g, ' ').trim();
  if (sought === '') return [];
  const findForms = hasStems(language) ? createFormFinder(sought) : null;
  return paragraphs.flatMap(({ text }, paragraph) => {
    const folded = fold(text);
    const spans = joined(placesOf(folded, sought), findForms?.(folded) ?? []);
    if (spans.length === 0) return [];
    // Marks folded away belong to the letter before them: a hit runs up to where the next letter starts.
    const offsets = folded.length === text.length ? undefined : foldedOffsets(text);
    return spans.map(({ start, end }) => ({
      paragraph,
      start: offsets?.[start] ?? start,
      end: offsets?.[end] ?? end,
    }));
  });
}

/** A language of its own has other endings, which the stems of ours would cut wrongly. */
function hasStems(language: string): boolean {
  return language === '' || /^(?:ru|en)\b/i.test(language);
}

function placesOf(folded: string, sought: string): FoundSpan[] {
  const places: FoundSpan[] = [];
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length))
    places.push({ start: at, end: at + sought.length });
  return places;
}

/** Both in reading order; what overlaps a place found as it is written is the same place. */
function joined(places: readonly FoundSpan[], forms: readonly FoundSpan[]): readonly FoundSpan[] {
  if (forms.length === 0) return places;
  const others = forms.filter(
    (form) => !places.some((place) => place.start < form.end && form.start < place.end),
  );
  return [...places, ...others].sort((a, b) => a.start - b.start);
}
