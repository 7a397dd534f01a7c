import { appError } from '../../core/app-error.ts';
import type { BroughtTexts } from '../../core/ipc/transcript-contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { getEpisode } from './episodes.ts';
import type { OwnTextRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** A file whose bytes are here, or with an empty name what was typed. */
export interface BroughtFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer> | string;
}

/** The texts the listener gave an episode, in the order they came. */
export async function listOwnTexts(episodeId: string): Promise<OwnTextRow[]> {
  const rows = await library.ownTexts.where('episodeId').equals(episodeId).toArray();
  return rows.sort((a, b) => a.addedAt - b.addedAt);
}

type OwnTextCommand = Extract<Command, { kind: 'keep-own-text' | 'delete-own-text' }>;

/** Adds or takes away a text of the listener's own. Deleting what is not there is no error. */
export function changeOwnTexts(command: OwnTextCommand): Promise<Result<null>> {
  return command.kind === 'keep-own-text' ? keep(command.text) : remove(command.textId);
}

/** Fails with `not-found` if the library does not have the episode. */
function keep(text: OwnTextRow): Promise<Result<null>> {
  return writeLibrary([library.episodes, library.ownTexts], async () => {
    const known = (await library.episodes.where('id').equals(text.episodeId).count()) > 0;
    if (!known) return failure(appError('not-found', `episode ${text.episodeId}`));
    await library.ownTexts.put(text);
    return success(null);
  });
}

function remove(textId: string): Promise<Result<null>> {
  return writeLibrary([library.ownTexts], async () => {
    await library.ownTexts.delete(textId);
    return success(null);
  });
}

/** Reads files that were dropped, or a text that was typed, into what can be kept of them. */
export function readTexts(episodeId: string, files: readonly BroughtFile[]): Promise<Result<BroughtTexts>> {
  return withLanguage(episodeId, (feedLanguage) =>
    request('transcript:read', { files: [...files], feedLanguage }),
  );
}

/** Lets the listener choose files; nothing when the dialog was closed. */
export function chooseTexts(episodeId: string): Promise<Result<BroughtTexts>> {
  return withLanguage(episodeId, (feedLanguage) => request('transcript:choose', { feedLanguage }));
}

async function withLanguage(
  episodeId: string,
  ask: (feedLanguage: string) => Promise<Result<BroughtTexts>>,
): Promise<Result<BroughtTexts>> {
  const view = await getEpisode(episodeId);
  if (view === null) return failure(appError('not-found', `episode ${episodeId}`));
  return ask((view.podcast.language ?? '').slice(0, 100));
}
