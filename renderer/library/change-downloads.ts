import { appError } from '../../core/app-error.ts';
import type { AppErrorCode } from '../../core/app-error.ts';
import type { DownloadRequest, DownloadState } from '../../core/download/download.ts';
import { isFolderAddress } from '../../core/folder/folder-address.ts';
import { chooseSource } from '../../core/playback/choose-source.ts';
import type { RequestArgs } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { stopAlignment } from './align-text.ts';
import { changeEach } from './change-each.ts';
import type { Command } from './command.ts';
import { cache, library } from './database.ts';
import { forgetProgress } from './download-progress.ts';
import { inDownloadTurn } from './download-turn.ts';
import { getEpisodeSettings, getPodcastSettings } from './podcast-settings.ts';
import type { DownloadRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

export interface DownloadWish {
  readonly episodeId: string;
  /** Ms since the epoch. */
  readonly at: number;
  /** A rule wants it, not the listener. */
  readonly automatic?: true;
}

/**
 * Queues the episode with the main process. Asking again tries a failed or missing download anew; one under way stays as it
 * stands, but is the listener's from then on if it was a rule's.
 */
export async function requestDownload(wish: DownloadWish): Promise<Result<null>> {
  const { episodeId } = wish;
  const wanted = await describeDownload(episodeId);
  if (!wanted.ok) return wanted;
  // A file of a folder show is where it is, or nowhere.
  if (isFolderAddress(wanted.value.url)) return failure(appError('folder-file-missing'));
  // What main says of it is written after this, in its turn; it need not wait for the disk to begin.
  const keeping = inDownloadTurn(() => keepWish(wish));
  const [kept, started] = await Promise.all([keeping, request('download:start', wanted.value)]);
  if (!kept.ok) {
    await request('download:cancel', { episodeId });
    return kept;
  }
  if (started.ok) return success(null);
  await library.downloads.update(episodeId, { state: 'failed', error: started.error });
  return started;
}

function keepWish(wish: DownloadWish): Promise<Result<null>> {
  const { episodeId } = wish;
  const { podcasts, episodes, downloads } = library;
  return writeLibrary([podcasts, episodes, downloads], async () => {
    const known = await downloads.get(episodeId);
    await downloads.put(rowOfWish(wish, known));
    await changeEach([episodeId], ({ declinedAt: _declinedAt, ...episode }) => episode);
    return success(null);
  });
}

const notUnderWay: readonly DownloadState[] = ['done', 'failed', 'missing'];

/** The main process says nothing of a transfer that goes on as before: its row must not begin anew. */
function rowOfWish({ episodeId, at, automatic }: DownloadWish, known: DownloadRow | undefined): DownloadRow {
  const requestedAt = known?.requestedAt ?? at;
  const isUnderWay = known !== undefined && !notUnderWay.includes(known.state);
  if (!isUnderWay)
    return { episodeId, state: 'queued', receivedBytes: 0, requestedAt, ...(automatic && { automatic }) };
  if (automatic) return known;
  const { automatic: _automatic, ...own } = known;
  return own;
}

/** Stops the transfer and forgets it. */
export function cancelDownload(episodeId: string, at: number): Promise<Result<null>> {
  return inDownloadTurn(() => withdraw('download:cancel', episodeId, at));
}

/** Deletes the file. It stays listed if the file cannot be deleted. */
export function deleteDownload(episodeId: string, at: number): Promise<Result<null>> {
  return inDownloadTurn(() => withdraw('download:remove', episodeId, at));
}

type QueueCommand = Extract<
  Command,
  { kind: 'pause-download' | 'resume-download' | 'pause-all-downloads' | 'place-download' }
>;

/** What the user does to the queue; the main process keeps it for the next run. */
export async function changeDownloadQueue(command: QueueCommand): Promise<Result<null>> {
  const changed = await request('download:change-queue', queueChange(command));
  return changed.ok ? success(null) : changed;
}

function queueChange(command: QueueCommand): RequestArgs<'download:change-queue'> {
  switch (command.kind) {
    case 'pause-download':
      return { type: 'paused', episodeId: command.episodeId };
    case 'resume-download':
      return { type: 'resumed', episodeId: command.episodeId };
    case 'pause-all-downloads':
      return { type: 'all-paused', paused: command.paused };
    case 'place-download':
      return { type: 'placed', episodeId: command.episodeId, before: command.before };
  }
}

/** What main does not have is as good as withdrawn. */
const alreadyGone: readonly AppErrorCode[] = ['not-found', 'file-missing', 'audio-missing'];

async function withdraw(
  channel: 'download:cancel' | 'download:remove',
  episodeId: string,
  at: number,
): Promise<Result<null>> {
  const done = await request(channel, { episodeId });
  if (!done.ok && !alreadyGone.includes(done.error.code)) return done;
  forgetProgress(episodeId);
  stopAlignment(episodeId);
  const { podcasts, episodes, downloads, alignments } = library;
  return writeLibrary([podcasts, episodes, downloads, alignments], async () => {
    await downloads.delete(episodeId);
    await alignments.delete(episodeId);
    await changeEach([episodeId], (episode) => ({ ...episode, declinedAt: at }));
    return success(null);
  });
}

/** What the main process needs to know to fetch the audio and name its file. Fails with `not-found`, `enclosure-missing`. */
export async function describeDownload(episodeId: string): Promise<Result<DownloadRequest>> {
  const [episode, detail, { enclosureUrl: chosenUrl }] = await Promise.all([
    library.episodes.get(episodeId),
    cache.details.get(episodeId),
    getEpisodeSettings(episodeId),
  ]);
  const [podcast, { allowPlainAudio: allowPlain }] = await Promise.all([
    episode && library.podcasts.get(episode.podcastId),
    getPodcastSettings(episode?.podcastId ?? ''),
  ]);
  if (episode === undefined || podcast === undefined)
    return failure(appError('not-found', `episode ${episodeId}`));
  const { enclosure } = episode;
  const source = chooseSource({ enclosure, alternates: detail?.alternateEnclosures ?? [], chosenUrl });
  if (!source.ok) return source;
  return success({
    episodeId,
    url: source.value.url,
    type: source.value.type.slice(0, 200),
    expectedBytes: source.value.bytes,
    integrity: source.value.integrity?.slice(0, 2000),
    podcastTitle: podcast.title.slice(0, 1000),
    episodeTitle: episode.title.slice(0, 2000),
    publishedAt: episode.publishedAt,
    feedUrl: podcast.feedUrl,
    allowPlain,
    expectedMs: episode.durationMs === undefined ? undefined : Math.round(episode.durationMs),
  });
}
