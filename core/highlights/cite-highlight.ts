import type { ExportWords } from './export-words.ts';
import { highlightLink } from './highlight-link.ts';
import type { TextHighlight } from './highlight.ts';

/** A quote as it is passed on: the words, then where and when they are said, then the address. */
export function citeHighlight(
  highlight: Pick<TextHighlight, 'quote' | 'startMs' | 'origin'>,
  { time }: Pick<ExportWords, 'time'>,
): string {
  const { quote, startMs, origin } = highlight;
  const place = [startMs === undefined ? '' : time(startMs), origin.episode, origin.show];
  const source = `— ${place.filter((part) => part !== '').join(' · ')}`;
  const link = highlightLink(highlight);
  return [quote, source, ...(link === null ? [] : [link])].join('\n');
}
