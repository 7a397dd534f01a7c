import { create } from 'zustand';
import type { HighlightColour } from '../../core/highlights/highlight.ts';
import { highlightColours } from '../../core/highlights/highlight.ts';
import { run } from '../library/commands.ts';
import { recall } from '../library/memory.ts';

const key = 'highlight-colour';

/** The colour of the next highlight: the one chosen last, also before the app was closed. */
export const useChosenColour = create<{ readonly colour: HighlightColour }>(() => ({ colour: 'yellow' }));

void recall(key)
  .then((kept) => {
    const colour = highlightColours.find((name) => name === kept);
    if (colour !== undefined) useChosenColour.setState({ colour });
  })
  .catch(() => undefined);

export function chooseColour(colour: HighlightColour): void {
  if (useChosenColour.getState().colour === colour) return;
  useChosenColour.setState({ colour });
  void run({ kind: 'remember', key, value: colour });
}
