import type { Transcript } from '../transcript/transcript.ts';
import { anchorHighlight } from './anchor-highlight.ts';
import type { TextHighlight } from './highlight.ts';
import { searchedText } from './searched-text.ts';

/**
 * Which of the texts of an episode a highlight is to be shown in: the one it was made in; where that is gone, or several may be
 * it, the first of those that have its words. `shownFirst` has the texts in the order they would be tried; null where none has them.
 */
export function textOfHighlight<Text extends { readonly transcript: Transcript }>(
  shownFirst: readonly Text[],
  highlight: TextHighlight,
): Text | null {
  const origins = shownFirst.filter(({ transcript }) => isOrigin(transcript, highlight));
  const others = shownFirst.filter((text) => !origins.includes(text));
  return [...origins, ...others].find(({ transcript }) => hasWords(transcript, highlight)) ?? null;
}

function isOrigin({ source, language }: Transcript, { origin: { text } }: TextHighlight): boolean {
  return source.kind === text.kind && source.url === text.url && language === text.language;
}

function hasWords(transcript: Transcript, highlight: TextHighlight): boolean {
  const place = anchorHighlight(searchedText(transcript), highlight);
  return place !== null && place.by !== 'time';
}
