import { alignmentVersion } from '../../core/alignment/alignment-version.ts';
import type { AlignmentRow } from './rows.ts';

/** What is written when a text was tried, whatever came of it. */
export function settledAlignment(episodeId: string, textHash: string): Required<Omit<AlignmentRow, 'error'>> {
  return { episodeId, textHash, state: 'settled', version: alignmentVersion };
}

/** Whether trying again would come out as it did: not where the method has changed since. */
export function isTried({ state, version }: AlignmentRow): boolean {
  return state !== 'settled' || version === alignmentVersion;
}
