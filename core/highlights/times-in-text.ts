import { anchorHighlight } from './anchor-highlight.ts';
import type { SoughtHighlight } from './anchor-highlight.ts';
import type { HighlightAnchor } from './highlight.ts';
import type { SearchedText } from './searched-text.ts';
import { endMsAt, startMsAt } from './time-of-point.ts';

/** When the words of a highlight are said, by a text that has them; null where it does not have them, or does not say. */
export function timesInText(
  searched: SearchedText,
  highlight: SoughtHighlight,
): Pick<HighlightAnchor, 'startMs' | 'endMs'> | null {
  const place = anchorHighlight(searched, highlight);
  if (place === null) return null;
  const startMs = startMsAt(searched.transcript, place.from);
  const endMs = endMsAt(searched.transcript, place.to);
  if (startMs === undefined) return null;
  return { startMs, ...(endMs === undefined ? {} : { endMs }) };
}
