import { listPresent } from './finished-files.ts';
import type { Ledger } from './ledger.ts';
import { moveFinished } from './move-finished.ts';
import type { MoveNeeds } from './move-file.ts';
import { movePart } from './move-part.ts';
import type { PartFile } from './part-file.ts';

/** One file that is to be moved. */
export interface MoveTask {
  readonly episodeId: string;
  readonly bytes: number;
  /** Rejects with AppFailure, Node's error or AbortError. */
  readonly run: (needs: MoveNeeds) => Promise<void>;
}

/** The moves of all finished files that are there. */
export async function finishedTasks(from: readonly Ledger[], to: Ledger): Promise<MoveTask[]> {
  const tasks = await Promise.all(
    from.map(async (ledger) =>
      (await listPresent(ledger)).map((entry) => ({
        episodeId: entry.episodeId,
        bytes: entry.bytes,
        run: async (needs: MoveNeeds) => {
          // Deleted while others were moved.
          if (ledger.get(entry.episodeId) === undefined) return;
          await moveFinished(entry, { from: ledger, to }, needs);
        },
      })),
    ),
  );
  return tasks.flat();
}

/** The moves of what has arrived of unfinished downloads, each of which takes its place in `parts` when it is moved. */
export function partTasks(
  parts: Map<string, PartFile>,
  { folder, mayMove }: { folder: string; mayMove: (part: PartFile) => boolean },
): MoveTask[] {
  const movable = [...parts].filter(([, part]) => mayMove(part));
  return movable.map(([episodeId, part]) => ({
    episodeId,
    bytes: part.receivedBytes,
    run: async (needs) => {
      // Removed, or begun to be played, while others were moved.
      if (parts.get(episodeId) !== part || !mayMove(part)) return;
      const moved = await movePart(part, folder, needs);
      if (parts.get(episodeId) === part) parts.set(episodeId, moved);
      else await moved.discard();
    },
  }));
}
