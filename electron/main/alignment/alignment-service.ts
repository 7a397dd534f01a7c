import { alignmentKey } from '../../../core/alignment/alignment-key.ts';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import type { KeptAlignment } from '../../../core/alignment/kept-alignments.ts';
import { appError } from '../../../core/app-error.ts';
import { isSameSource } from '../../../core/audio/audio-index.ts';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import type { AlignerRequest } from '../../../core/ipc/sound-process-contract.ts';
import { alignerMessageSchema } from '../../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { JobQueue } from '../media/job-queue.ts';
import { keptFile } from '../media/local-audio.ts';
import type { LocatedAudio } from '../media/local-audio.ts';
import type { ForkedProcess } from '../media/sound-process.ts';
import { runSoundProcess } from '../media/sound-process.ts';
import { errorFromNode } from '../network/network-error.ts';
import { AlignmentFile } from './alignment-file.ts';

export interface AlignmentServiceNeeds {
  readonly jobs: JobQueue;
  /** The downloaded audio of an episode, with its index made; null when there is none. */
  readonly findLocal: (episodeId: string) => Promise<Result<LocatedAudio | null>>;
  /** The same without a look into the file. */
  readonly locate: (episodeId: string) => Promise<Result<LocatedAudio | null>>;
  readonly fork: () => ForkedProcess<AlignerRequest>;
  /** Whether work that nobody waits for may be done now: it takes minutes. */
  readonly mayWorkAhead: () => Promise<boolean>;
  readonly announce: (progress: { episodeId: string; share: number }) => void;
}

export interface AlignmentWish {
  readonly episodeId: string;
  readonly transcript: Transcript;
  /** BCP 47: what the text is spoken in. */
  readonly language: string;
  /** Nobody waits for it. */
  readonly ahead: boolean;
}

/** Finds the times of texts in the sound of downloads, and keeps them beside the audio. */
export class AlignmentService {
  constructor(private readonly needs: AlignmentServiceNeeds) {}

  /**
   * The times of a text, from what was kept or found now, which may take minutes; work that was ended is gone on with. Fails with
   * `audio-missing` when the episode is not downloaded or is deleted meanwhile, `audio-not-aligned`, `alignment-broken`,
   * `disk-full`, `disk-failed`; aborted, with whatever comes first.
   */
  make(wish: AlignmentWish, signal: AbortSignal): Promise<Result<Alignment>> {
    const { jobs, mayWorkAhead } = this.needs;
    const textHash = alignmentKey(wish.transcript, wish.language);
    const urgency = wish.ahead ? 'ahead' : 'asked';
    const about = `words of ${wish.episodeId} ${textHash}`;
    return jobs.run({ about, urgency, mayWorkAhead, signal }, (until) => this.find(wish, textHash, until));
  }

  /** What was found before for the texts of an episode, as long as its audio is as it was; nothing when it is not downloaded. */
  async kept(episodeId: string): Promise<Result<KeptAlignment[]>> {
    const found = await this.needs.locate(episodeId);
    if (!found.ok) return found;
    return success(found.value === null ? [] : await new AlignmentFile(found.value).read());
  }

  /** Drops what was found for a text; fails with `disk-failed`. */
  async forget(episodeId: string, textHash: string): Promise<Result<null>> {
    const found = await this.needs.locate(episodeId);
    if (!found.ok) return found;
    try {
      if (found.value !== null) await new AlignmentFile(found.value).forget(textHash);
      return success(null);
    } catch (cause) {
      return failure(errorFromNode(cause, 'disk-failed'));
    }
  }

  private async find(wish: AlignmentWish, textHash: string, signal: AbortSignal): Promise<Result<Alignment>> {
    const found = orMissing(await this.needs.findLocal(wish.episodeId));
    if (!found.ok) return found;
    const audio = found.value;
    const file = new AlignmentFile(audio);
    const known = (await file.read()).find((one) => one.textHash === textHash);
    if (known !== undefined) return success(known.alignment);
    const indexFile = keptFile(audio, frameIndexName);
    const { episodeId, transcript, language, ahead } = wish;
    const aligned = await runSoundProcess(this.needs.fork, {
      request: { file: audio.path, indexFile, checkpointFile: file.checkpoint, transcript, language, ahead },
      says: alignerMessageSchema,
      lost: 'alignment-broken',
      onProgress: (share) => this.needs.announce({ episodeId, share }),
      signal,
    });
    return this.keep({ episodeId, textHash, audio }, aligned);
  }

  /** The audio may have been moved or deleted meanwhile; its times go where it is now. */
  private async keep(
    about: { episodeId: string; textHash: string; audio: LocatedAudio },
    aligned: Result<Alignment>,
  ): Promise<Result<Alignment>> {
    const now = orMissing(await this.needs.locate(about.episodeId));
    const isSame = now.ok && isSameSource(now.value.source, about.audio.source);
    if (!isSame) await new AlignmentFile(about.audio).forgetCheckpoint();
    if (!aligned.ok) return aligned;
    if (!now.ok) return now;
    if (!isSame) return failure(appError('audio-missing', 'the audio is another one by now'));
    try {
      await new AlignmentFile(now.value).keep(about.textHash, aligned.value);
      return aligned;
    } catch (cause) {
      return failure(errorFromNode(cause, 'disk-failed'));
    }
  }
}

function orMissing(found: Result<LocatedAudio | null>): Result<LocatedAudio> {
  if (!found.ok) return found;
  return found.value === null ? failure(appError('audio-missing', 'not downloaded')) : success(found.value);
}
