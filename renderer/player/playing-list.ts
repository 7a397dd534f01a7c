import { run } from '../library/commands.ts';
import { recall } from '../library/memory.ts';
import { nextInPlaylist } from '../library/playlists.ts';
import { nextInQueue } from '../library/queue.ts';

export interface Next {
  readonly episodeId: string;
  /** The playlist it was found in; `null` = the queue. */
  readonly playlistId: string | null;
}

/** Key under which the library remembers the playlist that is being played. */
const playingListKey = 'playing-playlist';

/** Notes from which playlist playing goes on, until the next wish to play; `null` = from the queue. Kept over a restart. */
export async function goOnFrom(playlistId: string | null): Promise<void> {
  await run({ kind: 'remember', key: playingListKey, value: playlistId ?? '' });
}

/**
 * What plays after `episodeId`: the rest of the playlist it is played from, then the queue; `null` when both are at their end.
 * Ask before the episode is marked as played: it may leave the playlist then.
 */
export async function nextToPlay(episodeId: string): Promise<Next | null> {
  const playlistId = (await recall(playingListKey)) ?? '';
  const listed = playlistId === '' ? null : await nextInPlaylist(playlistId, episodeId, Date.now());
  if (listed !== null) return { episodeId: listed, playlistId };
  const queued = await nextInQueue();
  return queued === null ? null : { episodeId: queued, playlistId: null };
}
