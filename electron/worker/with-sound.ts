import { open, readFile } from 'node:fs/promises';
import { appError } from '../../core/app-error.ts';
import type { Pcm } from '../../core/audio/analyse-sound.ts';
import type { AboutAudio, SourceStamp } from '../../core/audio/audio-index.ts';
import { readFrameIndex } from '../../core/audio/frame-index.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';
import { decodeSound } from './decode/decode-sound.ts';
import { SoundFile } from './decode/sound-file.ts';

/** A file whose sound can be decoded. */
export interface OpenedSound {
  readonly source: SourceStamp;
  readonly about: AboutAudio;
  /** Decoded as it is taken; `null` where no decoder knows the file. */
  readonly pieces: AsyncIterable<Pcm> | null;
  /** How much of the file has been read, 0 to 1. */
  readonly share: () => number;
}

/** Opens a file for its sound and closes it afterwards. Fails with `disk-failed` when the index beside it is of another state of it. */
export async function withSound<Value>(
  { file: path, indexFile }: { readonly file: string; readonly indexFile: string },
  use: (sound: OpenedSound) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const handle = await open(path, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const source = { size, modifiedAt: mtimeMs };
    const index = readFrameIndex(await readFile(indexFile), source);
    if (index === null) return failure(appError('disk-failed', 'The index is of another state of the file'));
    const file = new SoundFile(handle, size);
    const pieces = await decodeSound(file, index);
    return await use({ source, about: index.about, pieces, share: () => file.share });
  } finally {
    await handle.close();
  }
}
