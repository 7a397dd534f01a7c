import { library } from './database.ts';
import type { AlignmentRow } from './rows.ts';

/** How matching the words of an episode stands; null while nobody has wanted it. */
export async function getAlignmentRow(episodeId: string): Promise<AlignmentRow | null> {
  return (await library.alignments.get(episodeId)) ?? null;
}
