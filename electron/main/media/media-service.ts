import { audioMediaType } from '../../../core/audio/audio-media-type.ts';
import { appError } from '../../../core/app-error.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import { isSameSource, seeksExactly } from '../../../core/audio/audio-index.ts';
import type { SegmentLayout } from '../../../core/audio/segments.ts';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { FedAudio } from '../../../core/ipc/media-contract.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';
import { fileInside } from '../files/file-inside.ts';
import type { IndexAudio, KeptAt, LocalAudio, LocatedAudio } from './local-audio.ts';
import { beside, openLocalAudio, stampOf } from './local-audio.ts';
import { readSegment } from './read-segment.ts';
import { RecentMap } from './recent-map.ts';
import type { StreamService } from '../streaming/stream-service.ts';

export interface MediaServiceNeeds {
  /** Where the audio of an episode lies: its folder and the name in it; null when it is not on this computer. */
  readonly findFile: (episodeId: string) => Promise<FoundAudio | null>;
  /** The worker's indexing job. */
  readonly indexAudio: IndexAudio;
  /** Plays what is not downloaded. */
  readonly streams: StreamService;
}

export interface FoundAudio {
  readonly folder: string;
  readonly name: string;
  /** Where what is learned of it is kept; beside it unless this says otherwise. */
  readonly kept?: KeptAt;
}

type Prepared = RequestResult<'media:prepare'>;

/** An hour's face takes about 280 kB; a few are kept, so that going back and forth between episodes costs nothing. */
const localKept = 8;

const refusals: Partial<Record<AudioKind, 'audio-not-audio' | 'audio-empty'>> = {
  html: 'audio-not-audio',
  text: 'audio-not-audio',
  empty: 'audio-empty',
};

/** Names one state of one file, so that an address never means two different sequences of bytes. */
export function versionOf(audio: LocalAudio): string {
  return `${audio.source.size.toString(36)}-${Math.round(audio.source.modifiedAt).toString(36)}`;
}

function describeFed(audio: LocalAudio, layout: SegmentLayout): Omit<FedAudio, 'episodeId'> {
  return { type: audioMediaType(audio.about.kind), seconds: layout.seconds, version: versionOf(audio) };
}

/** Says how an episode is played, and remembers what `media:` requests for it are answered from. */
export class MediaService {
  private readonly local = new RecentMap<LocalAudio>(localKept);
  private readonly opening = new Map<string, Promise<LocalAudio>>();

  constructor(private readonly needs: MediaServiceNeeds) {}

  get streams(): StreamService {
    return this.needs.streams;
  }

  async prepare(args: RequestArgs<'media:prepare'>): Promise<Result<Prepared>> {
    const { episodeId, url, feedUrl, allowPlain } = args;
    const found = await this.findLocal(episodeId);
    if (!found.ok) return found;
    const audio = found.value;
    if (!audio && isFolderAddress(url)) return failure(appError('folder-file-missing'));
    if (!audio) {
      const address = await this.streams.prepare({ episodeId, url, feedUrl, allowPlain });
      return success({ address, local: false, exact: false, hasPicture: false, chapters: [] });
    }
    const { about } = audio;
    const refusal = refusals[about.kind];
    if (refusal) return failure(appError(refusal, `The downloaded file is ${about.kind}`));
    return success({
      address: `media://episode/${episodeId}?v=${versionOf(audio)}`,
      local: true,
      exact: seeksExactly(about),
      ...(about.durationMs !== undefined && { durationMs: about.durationMs }),
      ...(about.delayMs !== undefined && { delayMs: about.delayMs }),
      hasPicture: about.hasPicture === true,
      chapters: about.chapters,
      ...(audio.layout && { fed: { episodeId, ...describeFed(audio, audio.layout) } }),
    });
  }

  /** A segment of a downloaded file as `prepare` described it. Fails with `audio-missing` when that file is gone or another one. */
  async readSegment({
    episodeId,
    version,
    wanted,
  }: RequestArgs<'media:segment'>): Promise<Result<RequestResult<'media:segment'>>> {
    const found = await this.findLocal(episodeId);
    if (!found.ok) return found;
    const audio = found.value;
    if (!audio?.layout || versionOf(audio) !== version)
      return failure(appError('audio-missing', `Another file than was prepared for ${episodeId}`));
    try {
      return await readSegment({ path: audio.path, layout: audio.layout }, wanted);
    } catch (cause) {
      return failure(appError('disk-failed', cause instanceof Error ? cause.message : String(cause)));
    }
  }

  /** The downloaded audio of an episode, indexed; null when there is none. */
  findLocal(episodeId: string): Promise<Result<LocalAudio | null>> {
    return this.withFile(episodeId, (file, kept) => this.openOnce(episodeId, file, kept));
  }

  /** Where the downloaded audio of an episode is and what state it is in, without a look into it; null when there is none. */
  locate(episodeId: string): Promise<Result<LocatedAudio | null>> {
    return this.withFile(episodeId, async (file, kept) => ({
      path: file,
      source: await stampOf(file),
      kept,
    }));
  }

  private async withFile<Value>(
    episodeId: string,
    use: (file: string, kept: KeptAt) => Promise<Value>,
  ): Promise<Result<Value | null>> {
    const place = await this.needs.findFile(episodeId);
    if (!place) return success(null);
    const file = await fileInside(place.folder, place.name);
    if (file === null)
      return failure(appError('audio-missing', `No file for ${episodeId} in the download folder`));
    try {
      return success(await use(file, place.kept ?? beside(file)));
    } catch (cause) {
      return failure(appError('disk-failed', cause instanceof Error ? cause.message : String(cause)));
    }
  }

  /** Chromium asks for several ranges at once: one look at the file serves them all. */
  private async openOnce(episodeId: string, file: string, keptAt: KeptAt): Promise<LocalAudio> {
    const kept = this.local.get(episodeId);
    if (kept?.path === file && isSameSource(kept.source, await stampOf(file))) return kept;
    const running = this.opening.get(file);
    if (running) return running;
    const opening = openLocalAudio(file, this.needs.indexAudio, keptAt);
    this.opening.set(file, opening);
    try {
      const audio = await opening;
      this.local.set(episodeId, audio);
      return audio;
    } finally {
      this.opening.delete(file);
    }
  }
}
