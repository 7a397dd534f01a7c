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

/** Letters looked through at a time: a fraction of a millisecond. */
const pieceLength = 20_000;

/**
 * Every place where `query` occurs, in reading order and not overlapping. Case, accents, ё/е and runs of white space in
 * the query make no difference; an empty query finds nothing. Words are found in their other forms too (Russian and English).
 * The hits come in pieces, some of them empty, so that a day of speech can be looked through without holding up a window.
 */
export function* findInTranscript(
  { paragraphs, language = '' }: Pick<Transcript, 'paragraphs'> & Partial<Pick<Transcript, 'language'>>,
  query: string,
): Generator<Hit[]> {
  const sought = fold(query).replace(/\s+/g, ' ').trim();
  if (sought === '') return;
  const findForms = hasStems(language) ? createFormFinder(sought) : null;
  let hits: Hit[] = [];
  let length = 0;
  for (const [paragraph, { text }] of paragraphs.entries()) {
    const folded = fold(text);
    const spans = joined(placesOf(folded, sought), findForms?.(folded) ?? []);
    // Marks folded away belong to the letter before them: a hit runs up to where the next letter starts.
    const offsets = spans.length === 0 || folded.length === text.length ? undefined : foldedOffsets(text);
    for (const { start, end } of spans)
      hits.push({ paragraph, start: offsets?.[start] ?? start, end: offsets?.[end] ?? end });
    length += text.length;
    if (length < pieceLength) continue;
    yield hits;
    hits = [];
    length = 0;
  }
  yield hits;
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
  let next = 0;
  const others = forms.filter((form) => {
    while (next < places.length && places[next]!.end <= form.start) next += 1;
    return next === places.length || places[next]!.start >= form.end;
  });
  return [...places, ...others].sort((a, b) => a.start - b.start);
}
