import type { TextHighlight } from './highlight.ts';

/**
 * The address that leads nearest to the marked place: the episode's page; without one its audio from that time on
 * (Media Fragments URI 1.0, `#t=`). Null where the feed gives neither.
 */
export function highlightLink({ origin, startMs }: Pick<TextHighlight, 'origin' | 'startMs'>): string | null {
  if (origin.link !== undefined) return origin.link;
  if (origin.enclosureUrl === undefined) return null;
  const hasFragment = origin.enclosureUrl.includes('#');
  if (startMs === undefined || hasFragment) return origin.enclosureUrl;
  return `${origin.enclosureUrl}#t=${Math.floor(startMs / 1000)}`;
}
