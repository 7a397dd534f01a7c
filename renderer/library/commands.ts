import { assertNever } from '../../core/assert-never.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { changeAlignment } from './align-text.ts';
import { changeBookmarks } from './bookmarks.ts';
import { cancelDownload, changeDownloadQueue, deleteDownload, requestDownload } from './change-downloads.ts';
import { changeEpisodes } from './change-episodes.ts';
import { changeHighlights } from './change-highlights.ts';
import { changePlaylists } from './change-playlists.ts';
import { changeQueue } from './change-queue.ts';
import { changeSettingsRow } from './change-settings-rows.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { forgetEpisodes } from './forget-episodes.ts';
import { keepInBackground } from './keep-for-offline.ts';
import { keepProgressLeaving } from './keep-progress-leaving.ts';
import type { ProgressRow } from './rows.ts';
import { changeOwnTexts } from './own-texts.ts';
import { setReadingPlace } from './reading-places.ts';
import { restoreStates } from './restore-states.ts';
import { addPodcast } from './save-feed.ts';
import { unsubscribe } from './unsubscribe.ts';
import { writeLibrary } from './write-library.ts';

export type { Command } from './command.ts';

type SetProgress = Extract<Command, { kind: 'set-progress' }>;
type CommandListener = (command: Command, at: number) => Promise<void> | void;

const listeners = new Set<CommandListener>();

/** The one door for every change a user makes. Resolves when the change is on disk and every listener has heard of it. */
export async function run(command: Command): Promise<Result<null>> {
  const at = Date.now();
  const result = await apply(command, at);
  if (result.ok) await Promise.all([...listeners].map(async (listener) => listener(command, at)));
  return result;
}

/** The place for a journal of the user's changes: heard after each change is written and before it is acknowledged. */
export function onCommand(listener: CommandListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As `run`, for the moment the page goes away: written at once or not at all, and nobody waits for an answer. */
export function runLeaving(command: SetProgress): void {
  const at = Date.now();
  keepProgressLeaving(progressRow(command, at));
  for (const listener of listeners) void listener(command, at);
}

function apply(command: Command, at: number): Promise<Result<null>> {
  switch (command.kind) {
    case 'subscribe':
      return addPodcast(command, at);
    case 'unsubscribe':
      return unsubscribe(command.podcastId);
    case 'forget-episodes':
      return forgetEpisodes(command.episodeIds);
    case 'set-progress':
    case 'set-reading-place':
      return keepPlace(command, at);
    case 'enqueue':
    case 'dequeue':
    case 'clear-queue':
    case 'move-in-queue':
      return changeQueue(command);
    case 'request-download':
    case 'cancel-download':
    case 'delete-download':
      return changeDownload(command, at);
    case 'pause-download':
    case 'resume-download':
    case 'pause-all-downloads':
    case 'place-download':
      return changeDownloadQueue(command);
    case 'request-alignment':
    case 'cancel-alignment':
    case 'forget-alignment':
      return changeAlignment(command);
    case 'set-podcast-settings':
    case 'set-episode-settings':
      return changeSettingsRow(command);
    case 'mark-played':
    case 'dismiss-new':
    case 'set-favourite':
      return changeEpisodes(command, at);
    case 'keep-bookmark':
    case 'delete-bookmark':
      return changeBookmarks(command);
    case 'keep-highlight':
    case 'change-highlight':
    case 'delete-highlight':
      return changeHighlights(command, at);
    case 'keep-own-text':
    case 'delete-own-text':
      return changeOwnTexts(command);
    case 'keep-playlist':
    case 'delete-playlist':
    case 'restore-playlist':
    case 'add-to-playlist':
    case 'remove-from-playlist':
      return changePlaylists(command);
    case 'restore-episodes':
      return restoreStates(command.states);
    case 'remember':
      return remember(command.key, command.value);
    default:
      return assertNever(command, 'command');
  }
}

/** Where the listener and the reader are. */
function keepPlace(
  command: Extract<Command, { kind: 'set-progress' | 'set-reading-place' }>,
  at: number,
): Promise<Result<null>> {
  if (command.kind === 'set-progress') return setProgress(command, at);
  return setReadingPlace(command.episodeId, command.place, at);
}

async function changeDownload(
  { kind, episodeId }: Extract<Command, { kind: 'request-download' | 'cancel-download' | 'delete-download' }>,
  at: number,
): Promise<Result<null>> {
  if (kind === 'cancel-download') return cancelDownload(episodeId, at);
  if (kind === 'delete-download') return deleteDownload(episodeId, at);
  const result = await requestDownload({ episodeId, at });
  if (result.ok) keepInBackground(episodeId);
  return result;
}

/** An episode whose show was just unsubscribed gets no row: it would stay for ever. */
function setProgress(command: SetProgress, at: number): Promise<Result<null>> {
  return writeLibrary([library.progress, library.episodes], async () => {
    const known = (await library.episodes.where('id').equals(command.episodeId).count()) > 0;
    if (known) await library.progress.put(progressRow(command, at));
    return success(null);
  });
}

function progressRow({ kind: _kind, ...progress }: SetProgress, updatedAt: number): ProgressRow {
  return { ...progress, updatedAt };
}

function remember(key: string, value: string): Promise<Result<null>> {
  return writeLibrary([library.meta], async () => {
    await library.meta.put({ key, value });
    return success(null);
  });
}
