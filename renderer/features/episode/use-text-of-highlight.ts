import { useState } from 'react';
import { textOfHighlight } from '../../../core/highlights/text-of-highlight.ts';
import { useShownHighlight } from '../../highlights/shown-highlight.ts';
import type { TextVersion } from '../../library/episode-texts.ts';
import type { HighlightRow } from '../../library/rows.ts';

interface Opened {
  readonly by: HighlightRow;
  readonly key: string;
}

/**
 * The text a highlight was asked to be seen in, from the drawing on in which it was asked; null while none was, and after `forget`.
 * What the listener chose to read is not changed by it.
 */
export function useTextOfHighlight(
  episodeId: string,
  shownFirst: readonly TextVersion[],
): { readonly text: TextVersion | null; readonly forget: () => void } {
  const { wanted } = useShownHighlight();
  const [opened, setOpened] = useState<Opened | null>(null);
  const isAsked = wanted?.episodeId === episodeId && wanted !== opened?.by && shownFirst.length > 0;
  if (isAsked) {
    const text = textOfHighlight(shownFirst, wanted) ?? shownFirst[0];
    if (text !== undefined) setOpened({ by: wanted, key: text.key });
  }
  return {
    text: shownFirst.find(({ key }) => key === opened?.key) ?? null,
    forget: () => setOpened(null),
  };
}
