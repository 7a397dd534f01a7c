import { useMemo } from 'react';
import { anchorHighlight } from '../../core/highlights/anchor-highlight.ts';
import type { HighlightPlace } from '../../core/highlights/highlight.ts';
import type { SearchedText } from '../../core/highlights/searched-text.ts';
import { searchedText } from '../../core/highlights/searched-text.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { listHighlights } from '../library/highlights.ts';
import type { HighlightRow } from '../library/rows.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { markSpans } from './mark-spans.ts';
import type { MarkSpan } from './mark-spans.ts';

/** The highlights of an episode, found in one of its texts. */
export interface Marks {
  /** False until the library has answered. */
  readonly areKnown: boolean;
  readonly searched: SearchedText;
  readonly highlights: readonly HighlightRow[];
  /** Where each stands, by id; those that are not in this text are not here. */
  readonly places: ReadonlyMap<string, HighlightPlace>;
  readonly byParagraph: ReadonlyMap<number, readonly MarkSpan[]>;
}

const none: readonly HighlightRow[] = [];

export function useMarks(episodeId: string, transcript: Transcript): Marks {
  const rows = useLiveQuery(`highlights ${episodeId}`, () => listHighlights(episodeId));
  const searched = useMemo(() => searchedText(transcript), [transcript]);
  // The quote of a highlight never changes: it is looked for once in each text, not again with each note that is typed.
  const found = useMemo(() => ({ searched, places: new Map<string, HighlightPlace | null>() }), [searched]);
  const highlights = rows ?? none;
  const areKnown = rows !== undefined;
  return useMemo(() => {
    const places = new Map<string, HighlightPlace>();
    const byParagraph = new Map<number, MarkSpan[]>();
    for (const highlight of highlights) {
      const known = found.places.get(highlight.id);
      const place = known === undefined ? anchorHighlight(found.searched, highlight) : known;
      found.places.set(highlight.id, place);
      if (place === null) continue;
      places.set(highlight.id, place);
      for (const span of markSpans(transcript, highlight, place)) {
        const others = byParagraph.get(span.paragraph);
        if (others === undefined) byParagraph.set(span.paragraph, [span]);
        else others.push(span);
      }
    }
    return { areKnown, searched: found.searched, highlights, places, byParagraph };
  }, [areKnown, highlights, transcript, found]);
}

/** The highlight that holds a stretch of a paragraph; the shortest of several. */
export function markAt(
  { byParagraph }: Marks,
  { paragraph, start, end }: { readonly paragraph: number; readonly start: number; readonly end: number },
): HighlightRow | null {
  const around = (byParagraph.get(paragraph) ?? []).filter((span) => span.start <= start && end <= span.end);
  const [shortest] = around.sort((a, b) => a.highlight.quote.length - b.highlight.quote.length);
  return shortest?.highlight ?? null;
}
