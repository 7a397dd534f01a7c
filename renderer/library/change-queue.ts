import { enqueue, moveInQueue } from '../../core/playback/queue.ts';
import type { QueueEntry } from '../../core/playback/queue.ts';
import { appError } from '../../core/app-error.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { writeLibrary } from './write-library.ts';

type QueueCommand = Extract<Command, { kind: 'enqueue' | 'dequeue' | 'clear-queue' | 'move-in-queue' }>;

/** What the listener does to the queue. */
export function changeQueue(command: QueueCommand): Promise<Result<null>> {
  switch (command.kind) {
    case 'enqueue':
      return addToQueue(command.episodeId, command.place);
    case 'dequeue':
      return removeFromQueue(command.episodeId);
    case 'clear-queue':
      return clearQueue();
    case 'move-in-queue':
      return moveQueued(command.episodeId, command.toIndex);
    default:
      return assertNever(command, 'command');
  }
}

/** Fails with `not-found` if the library does not have the episode. */
function addToQueue(episodeId: string, place: 'next' | 'last'): Promise<Result<null>> {
  return writeLibrary([library.queue, library.episodes], async () => {
    const known = (await library.episodes.where('id').equals(episodeId).count()) > 0;
    if (!known) return failure(appError('not-found', `episode ${episodeId}`));
    return putEntries((queue) => enqueue(queue, episodeId, place));
  });
}

/** Fails with `not-found` if the episode is not queued. */
function moveQueued(episodeId: string, toIndex: number): Promise<Result<null>> {
  return writeLibrary([library.queue], async () => {
    const queued = (await library.queue.get(episodeId)) !== undefined;
    if (!queued) return failure(appError('not-found', `queue entry ${episodeId}`));
    return putEntries((queue) => moveInQueue(queue, episodeId, toIndex));
  });
}

/** Taking out what is not there is no error. */
function removeFromQueue(episodeId: string): Promise<Result<null>> {
  return writeLibrary([library.queue], async () => {
    await library.queue.delete(episodeId);
    return success(null);
  });
}

/** Takes everything out; the episodes stay. */
function clearQueue(): Promise<Result<null>> {
  return writeLibrary([library.queue], async () => {
    await library.queue.clear();
    return success(null);
  });
}

async function putEntries(change: (queue: QueueEntry[]) => QueueEntry[]): Promise<Result<null>> {
  const queue = await library.queue.orderBy('order').toArray();
  await library.queue.bulkPut(change(queue));
  return success(null);
}
