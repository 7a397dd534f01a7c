import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { changeEach } from './change-each.ts';
import { library } from './database.ts';
import type { EpisodeRow, EpisodeState } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** How the episodes stand now, to be given to `restore-episodes` later. Unknown ids are passed over. */
export async function readStates(episodeIds: readonly string[]): Promise<EpisodeState[]> {
  const ids = [...episodeIds];
  const [rows, progress, queue] = await Promise.all([
    library.episodes.bulkGet(ids),
    library.progress.bulkGet(ids),
    library.queue.bulkGet(ids),
  ]);
  return rows.flatMap((row, index) =>
    row === undefined ? [] : [stateOf(row, progress[index] ?? null, queue[index] ?? null)],
  );
}

/** Puts episodes back to how they stood. */
export function restoreStates(states: readonly EpisodeState[]): Promise<Result<null>> {
  const { podcasts, episodes, progress, queue } = library;
  return writeLibrary([podcasts, episodes, progress, queue], async () => {
    const stateById = new Map(states.map((state) => [state.episodeId, state]));
    const known = await changeEach([...stateById.keys()], ({ playedAt: _playedAt, ...row }) => {
      const { isNew, playedAt } = stateById.get(row.id)!;
      return { ...row, isNew, ...(playedAt === undefined ? {} : { playedAt }) };
    });
    const there = states.filter(({ episodeId }) => known.has(episodeId));
    await progress.bulkPut(there.flatMap((state) => state.progress ?? []));
    await progress.bulkDelete(there.flatMap((state) => (state.progress === null ? state.episodeId : [])));
    await queue.bulkPut(there.flatMap((state) => state.queued ?? []));
    await queue.bulkDelete(there.flatMap((state) => (state.queued === null ? state.episodeId : [])));
    return success(null);
  });
}

function stateOf(
  { id, isNew, playedAt }: EpisodeRow,
  progress: EpisodeState['progress'],
  queued: EpisodeState['queued'],
): EpisodeState {
  return { episodeId: id, isNew, ...(playedAt === undefined ? {} : { playedAt }), progress, queued };
}
