import type { KeptAlignment } from '../../core/alignment/kept-alignments.ts';
import { request } from '../desktop/client.ts';

/** What was found before for the texts of a downloaded episode. Nothing where it cannot be read: the text is there without it. */
export async function loadAlignments(episodeId: string): Promise<readonly KeptAlignment[]> {
  const kept = await request('alignment:kept', { episodeId });
  return kept.ok ? kept.value.alignments : [];
}
