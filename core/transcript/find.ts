import { fold, foldedOffsets } from '../text/fold.ts';
import type { Transcript } from './transcript.ts';

/** Where the sought text stands: UTF-16 offsets into the `text` of that paragraph. */
export interface Hit {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where `query` occurs, in reading order and not overlapping. Case, accents, ё/е and runs of white space in
 * the query make no difference; an empty query finds nothing.
 */
export function findInTranscript(transcript: Pick<Transcript, 'paragraphs'>, query: string): Hit[] {
  const sought = fold(query).replace(/\s+/g, ' ').trim();
  const hits: Hit[] = [];
  if (sought === '') return hits;
  transcript.paragraphs.forEach(({ text }, paragraph) => {
    const folded = fold(text);
    let at = folded.indexOf(sought);
    if (at < 0) return;
    const offsets = folded.length === text.length ? undefined : foldedOffsets(text);
    while (at >= 0) {
      const end = at + sought.length;
      // Marks folded away belong to the letter before them: a hit runs up to where the next letter starts.
      hits.push({ paragraph, start: offsets?.[at] ?? at, end: offsets?.[end] ?? end });
      at = folded.indexOf(sought, end);
    }
  });
  return hits;
}
