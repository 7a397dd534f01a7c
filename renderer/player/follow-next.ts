import { onCommand } from '../library/commands.ts';
import type { Command } from '../library/commands.ts';
import { nextInQueue } from '../library/queue.ts';
import { usePlayback } from './playback-store.ts';
import { nextToPlay } from './playing-list.ts';

/** Changes after which something else may follow. */
const changing: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'enqueue',
  'dequeue',
  'clear-queue',
  'keep-playlist',
  'delete-playlist',
  'restore-playlist',
  'add-to-playlist',
  'remove-from-playlist',
  'mark-played',
  'dismiss-new',
  'restore-episodes',
  'unsubscribe',
  'remember',
]);

/** Keeps it known whether something follows what plays, for whoever offers Next. The answer stops it. */
export function followNext(): () => void {
  const look = (): void => void lookForNext();
  const stops = [
    usePlayback.subscribe(({ episodeId }, before) => {
      if (episodeId !== before.episodeId) look();
    }),
    onCommand(({ kind }) => {
      if (changing.has(kind)) look();
    }),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

/** The queue is looked at first: a playlist by rule takes longer to read. */
async function lookForNext(): Promise<void> {
  const { episodeId } = usePlayback.getState();
  if (episodeId === null) return;
  const hasNext = (await nextInQueue()) !== null || (await nextToPlay(episodeId)) !== null;
  if (usePlayback.getState().episodeId === episodeId) usePlayback.setState({ hasNext });
}
