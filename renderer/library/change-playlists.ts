import { appError } from '../../core/app-error.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { QueueEntry } from '../../core/playback/queue.ts';
import { moveInQueue } from '../../core/playback/queue.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { entriesOf } from './playlists.ts';
import type { PlaylistEntryRow, PlaylistRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

type PlaylistCommand = Extract<
  Command,
  {
    kind:
      'keep-playlist' | 'delete-playlist' | 'restore-playlist' | 'add-to-playlist' | 'remove-from-playlist';
  }
>;

/** What the listener does to playlists. */
export function changePlaylists(command: PlaylistCommand): Promise<Result<null>> {
  switch (command.kind) {
    case 'keep-playlist':
      return keepPlaylist(command.playlist);
    case 'delete-playlist':
      return deletePlaylist(command.playlistId);
    case 'restore-playlist':
      return restorePlaylist(command.playlist, command.entries);
    case 'add-to-playlist':
      return addToPlaylist(command.playlistId, command.episodeIds, command.toIndex);
    case 'remove-from-playlist':
      return removeFromPlaylist(command.playlistId, command.episodeIds);
    default:
      return assertNever(command, 'command');
  }
}

/** Makes a playlist, or replaces the one of the same id: a new name, another rule. */
function keepPlaylist(playlist: PlaylistRow): Promise<Result<null>> {
  return writeLibrary([library.playlists], async () => {
    await library.playlists.put(playlist);
    return success(null);
  });
}

/** Takes a playlist away with its entries; the episodes stay. */
function deletePlaylist(playlistId: string): Promise<Result<null>> {
  const { playlists, playlistEntries } = library;
  return writeLibrary([playlists, playlistEntries], async () => {
    await playlists.delete(playlistId);
    await entriesOf(playlistId).delete();
    return success(null);
  });
}

/** Puts a playlist back as it was, with those of its episodes that are still there. */
function restorePlaylist(playlist: PlaylistRow, entries: readonly PlaylistEntryRow[]): Promise<Result<null>> {
  const { playlists, playlistEntries, episodes } = library;
  return writeLibrary([playlists, playlistEntries, episodes], async () => {
    await playlists.put(playlist);
    const rows = await episodes.bulkGet(entries.map(({ episodeId }) => episodeId));
    await playlistEntries.bulkPut(entries.filter((_entry, index) => rows[index] !== undefined));
    return success(null);
  });
}

/** The episodes stand at `toIndex` and behind it, in the order given; the end by default. Those that are there are moved. */
function addToPlaylist(
  playlistId: string,
  episodeIds: readonly string[],
  toIndex = Number.POSITIVE_INFINITY,
): Promise<Result<null>> {
  const { playlists, playlistEntries, episodes } = library;
  return writeLibrary([playlists, playlistEntries, episodes], async () => {
    const playlist = await playlists.get(playlistId);
    const known = await episodes.where('id').anyOf(episodeIds).count();
    if (playlist?.rule !== null || known < new Set(episodeIds).size) {
      return failure(appError('not-found', `playlist ${playlistId}`));
    }
    let index = toIndex;
    for (const episodeId of episodeIds) {
      await putEntries(playlistId, (entries) => moveInQueue(entries, episodeId, index));
      index += 1;
    }
    return success(null);
  });
}

/** Taking out what is not there is no error. */
function removeFromPlaylist(playlistId: string, episodeIds: readonly string[]): Promise<Result<null>> {
  return writeLibrary([library.playlistEntries], async () => {
    await library.playlistEntries.bulkDelete(
      episodeIds.map((episodeId): [string, string] => [playlistId, episodeId]),
    );
    return success(null);
  });
}

async function putEntries(
  playlistId: string,
  change: (entries: QueueEntry[]) => QueueEntry[],
): Promise<void> {
  const entries = await entriesOf(playlistId).sortBy('order');
  await library.playlistEntries.bulkPut(change(entries).map((entry) => ({ ...entry, playlistId })));
}
