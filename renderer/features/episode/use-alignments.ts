import { useEffect, useState } from 'react';
import type { KeptAlignment } from '../../../core/alignment/kept-alignments.ts';
import { getAlignmentRow } from '../../library/alignments.ts';
import { loadAlignments } from '../../library/load-alignments.ts';
import type { AlignmentRow, EpisodeView } from '../../library/rows.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { useIsLate } from './use-is-late.ts';

const none: readonly KeptAlignment[] = [];

export interface Alignments {
  /** What was found for texts of the episode; `null` for the moment until that is known. */
  readonly kept: readonly KeptAlignment[] | null;
  readonly row: AlignmentRow | null;
}

/** What is known of the times of an episode's texts, read again when more was found and when its audio came or went. */
export function useAlignments({ episode, download }: EpisodeView): Alignments {
  const { id } = episode;
  const row = useLiveQuery(`alignment ${id}`, () => getAlignmentRow(id)) ?? null;
  const isHere = download?.state === 'done';
  const [kept, setKept] = useState<readonly KeptAlignment[] | null>(isHere ? null : none);
  useEffect(() => {
    let isShown = true;
    if (isHere) void loadAlignments(id).then((found) => isShown && setKept(found));
    else setKept(none);
    return () => {
      isShown = false;
    };
  }, [id, isHere, download?.doneAt, row]);
  // A drive that is slow to answer does not hold the text up.
  const isLate = useIsLate(kept === null);
  return { kept: kept === null && isLate ? none : kept, row };
}
