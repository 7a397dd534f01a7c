import { run } from '../library/commands.ts';
import { recall } from '../library/memory.ts';
import { isQueued } from '../library/queue.ts';

/** Key under which the library remembers which episode was taken out of the queue to be played. */
const takenKey = 'taken-from-queue';

/** Takes what begins to play out of the queue, and notes whether it was there; over a restart too. */
export async function takeFromQueue(episodeId: string): Promise<void> {
  const wasQueued = await isQueued(episodeId);
  await run({ kind: 'dequeue', episodeId });
  await run({ kind: 'remember', key: takenKey, value: wasQueued ? episodeId : '' });
}

/** The listener plays something else in between: what was taken out of the queue is next in it again. */
export async function putBackInQueue(episodeId: string): Promise<void> {
  if ((await recall(takenKey)) !== episodeId) return;
  await run({ kind: 'enqueue', episodeId, place: 'next' });
}
