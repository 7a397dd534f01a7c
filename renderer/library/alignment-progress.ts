import { create } from 'zustand';
import { listen } from '../desktop/client.ts';

/**
 * Texts that are being matched with their sound, by episode id: the share that is done, `null` until its turn comes. What was asked
 * for and what came of it is in the rows.
 */
export const useAlignmentProgress = create<Readonly<Record<string, number | null>>>(() => ({}));

export function showAlignment(episodeId: string, share: number | null): void {
  useAlignmentProgress.setState({ [episodeId]: share });
}

export function hideAlignment(episodeId: string): void {
  const { [episodeId]: _ended, ...others } = useAlignmentProgress.getState();
  useAlignmentProgress.setState(others, true);
}

/** Hears how far each is from now on; what nobody here waits for is not shown. */
export function followAlignmentProgress(): () => void {
  return listen('alignment:progress', ({ episodeId, share }) => {
    if (episodeId in useAlignmentProgress.getState()) showAlignment(episodeId, share);
  });
}
