import { fold } from '../text/fold.ts';
import type { HighlightColour, TextHighlight } from './highlight.ts';

/** What of all highlights is looked at; a part that is absent holds nothing back. */
export interface HighlightFilter {
  /** `origin.feedKey`. */
  readonly feedKey?: string | undefined;
  readonly episodeId?: string | undefined;
  readonly tag?: string | undefined;
  readonly colour?: HighlightColour | undefined;
  /** Words that must all be in the quote, note, tags or titles; case, accents and ё make no difference. */
  readonly text?: string | undefined;
}

/** Folded once for each highlight as long as it lives: a filter is typed letter by letter over thousands. */
const foldedTexts = new WeakMap<TextHighlight, string>();

export function filterHighlights<Kept extends TextHighlight>(
  all: readonly Kept[],
  filter: HighlightFilter,
): Kept[] {
  const tag = filter.tag === undefined ? undefined : fold(filter.tag);
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter((highlight) => {
    if (filter.feedKey !== undefined && highlight.origin.feedKey !== filter.feedKey) return false;
    if (filter.episodeId !== undefined && highlight.episodeId !== filter.episodeId) return false;
    if (filter.colour !== undefined && highlight.colour !== filter.colour) return false;
    if (tag !== undefined && !highlight.tags.some((one) => fold(one) === tag)) return false;
    return words.length === 0 || words.every((word) => foldedText(highlight).includes(word));
  });
}

function foldedText(highlight: TextHighlight): string {
  const known = foldedTexts.get(highlight);
  if (known !== undefined) return known;
  const { quote, note, tags, origin } = highlight;
  const folded = fold([quote, note, ...tags, origin.episode, origin.show].join('\n'));
  foldedTexts.set(highlight, folded);
  return folded;
}
