import { create } from 'zustand';
import type { HighlightRow } from '../library/rows.ts';

interface Shown {
  /** To be brought into view, with its card open, by the reader of its episode. */
  readonly wanted: HighlightRow | null;
}

/** The wish to see a highlight in its text: the reader fulfils it, at once or when it opens. */
export const useShownHighlight = create<Shown>(() => ({ wanted: null }));

export function showHighlight(highlight: HighlightRow): void {
  useShownHighlight.setState({ wanted: highlight });
}

export function highlightIsShown(): void {
  useShownHighlight.setState({ wanted: null });
}
