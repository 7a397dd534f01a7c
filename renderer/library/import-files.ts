import { appError } from '../../core/app-error.ts';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import { ImportMatcher } from '../../core/import/match-audio.ts';
import type { ImportCandidate } from '../../core/import/match-audio.ts';
import type { OfferedFile } from '../../core/ipc/import-contract.ts';
import type { RequestArgs, RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { handOver, request } from '../desktop/client.ts';
import { describeDownload } from './change-downloads.ts';
import { library } from './database.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { keepInBackground } from './keep-for-offline.ts';
import { feedLanguageOf, keepTakenTexts } from './keep-taken-texts.ts';
import { mapBreathing } from './map-breathing.ts';

export type { OfferedFile } from '../../core/ipc/import-contract.ts';
export type AudioOffer = RequestResult<'import:choose'>;

/** Lets the user choose audio files of this computer; no files when the dialog was closed. */
export function chooseAudioFiles(): Promise<Result<AudioOffer>> {
  return request('import:choose', { requestId: crypto.randomUUID() });
}

/** The same with files that were dropped on the window. */
export function offerDroppedAudio(files: readonly File[]): Promise<Result<AudioOffer>> {
  return handOver(files);
}

/** Which episode of the subscribed shows each file is, by its number; null where nothing tells, or two are as likely. */
export async function proposeEpisodes(files: readonly OfferedFile[]): Promise<Map<number, string | null>> {
  const [podcasts, episodes, downloads] = await Promise.all([
    library.podcasts.toArray(),
    library.episodes.toArray(),
    library.downloads.toArray(),
  ]);
  const shows = new Map(podcasts.map((podcast) => [podcast.id, podcast]));
  const here = new Set(downloads.filter(({ state }) => state === 'done').map(({ episodeId }) => episodeId));
  const candidates = await mapBreathing(episodes, (episode): ImportCandidate[] => {
    const show = shows.get(episode.podcastId);
    const isOpen = show !== undefined && !isFolderAddress(show.feedUrl) && !here.has(episode.id);
    return isOpen ? [{ ...episode, episodeId: episode.id, showTitle: show.title }] : [];
  });
  const matcher = new ImportMatcher(candidates.flat());
  const proposed = await mapBreathing(files, (file) => [file.file, matcher.propose(file)] as const);
  return withoutSharing(new Map(proposed));
}

/**
 * Copies a file among the downloads as the audio of the episode, with the texts beside it. False where `signal` ended that: then
 * nothing was taken. Fails as `importAudio`.
 */
export async function takeOffered(
  file: number,
  episodeId: string,
  signal: AbortSignal,
): Promise<Result<boolean>> {
  const download = await describeDownload(episodeId);
  if (!download.ok) return download;
  if (isFolderAddress(download.value.url)) return failure(appError('enclosure-missing'));
  const feedLanguage = await feedLanguageOf(episodeId);
  const taken = await takeUntil(signal, { file, download: download.value, feedLanguage });
  if (!taken.ok) return taken;
  if (taken.value === null) return success(false);
  await keepTakenTexts(episodeId, taken.value);
  await compareWithFiles();
  keepInBackground(episodeId);
  return success(true);
}

type Taking = Omit<RequestArgs<'import:take'>, 'requestId'>;

async function takeUntil(signal: AbortSignal, taking: Taking): Promise<Result<RequestResult<'import:take'>>> {
  if (signal.aborted) return success(null);
  const requestId = crypto.randomUUID();
  const cancel = (): void => void request('request:cancel', { requestId });
  signal.addEventListener('abort', cancel, { once: true });
  return request('import:take', { requestId, ...taking }).finally(() =>
    signal.removeEventListener('abort', cancel),
  );
}

/** An episode has one file: where several are proposed for one, nobody can say which it is. */
function withoutSharing(proposed: Map<number, string | null>): Map<number, string | null> {
  const counts = new Map<string | null, number>();
  for (const episodeId of proposed.values()) counts.set(episodeId, (counts.get(episodeId) ?? 0) + 1);
  return new Map([...proposed].map(([file, id]) => [file, (counts.get(id) ?? 0) > 1 ? null : id]));
}
