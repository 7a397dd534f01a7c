import type { Alignment } from '../../core/alignment/alignment.ts';
import { appError } from '../../core/app-error.ts';
import type { Pcm } from '../../core/audio/analyse-sound.ts';
import type { AlignerRequest } from '../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';
import { alignText } from './align/align-text.ts';
import { SoundCheckpoint } from './sound-checkpoint.ts';
import { withSound } from './with-sound.ts';

/**
 * Finds the words of a text in the sound of a file. What it has learned of the sound stays in `checkpointFile`, and is gone on from.
 * Fails with `audio-not-aligned`, `transcript-empty` and `disk-failed`.
 */
export function alignAudio(
  { file, indexFile, checkpointFile, transcript, language }: AlignerRequest,
  onProgress: (share: number) => void,
): Promise<Result<Alignment>> {
  return withSound({ file, indexFile }, async ({ source, about, pieces }) => {
    if (pieces === null) return failure(appError('audio-not-aligned', `No decoder for ${about.kind}`));
    const checkpoint = new SoundCheckpoint(checkpointFile, source);
    const resume = await checkpoint.read();
    try {
      return await alignText({
        sound: decoded(pieces),
        durationMs: about.durationMs ?? 0,
        transcript,
        language,
        onProgress,
        onCheckpoint: (content) => checkpoint.keep(content),
        ...(resume === undefined ? {} : { resume }),
      });
    } catch (cause) {
      if (cause instanceof Undecodable) return failure(appError('audio-not-aligned', cause.message));
      throw cause;
    }
  });
}

/** Sound that a decoder cannot go on with, told from everything else that may go wrong. */
class Undecodable extends Error {}

async function* decoded(pieces: AsyncIterable<Pcm>): AsyncGenerator<Pcm> {
  try {
    yield* pieces;
  } catch (cause) {
    throw new Undecodable(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
