import { create } from 'zustand';

/** The episodes for which a playlist is being chosen; `null` while none is asked for. */
export const usePlaylistChoice = create<{ readonly episodeIds: readonly string[] | null }>(() => ({
  episodeIds: null,
}));

/** Opens the dialog that asks which playlist these episodes go to; `null` closes it. */
export function choosePlaylistFor(episodeIds: readonly string[] | null): void {
  usePlaylistChoice.setState({ episodeIds });
}
