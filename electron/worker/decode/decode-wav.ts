import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { WavShape } from '../../../core/audio/read-wav.ts';
import { readWavSamples, readWavShape } from '../../../core/audio/read-wav.ts';
import type { SoundFile } from './sound-file.ts';

/** Chunks of notes and pictures may stand before the samples. */
const headBytes = 1 << 20;

/** The samples of a WAV file; null when they are of no kind that is known. */
export async function openWav(file: SoundFile): Promise<AsyncGenerator<Pcm> | null> {
  const shape = readWavShape(await file.head(headBytes));
  return shape && decodeWav(file, shape);
}

async function* decodeWav(file: SoundFile, shape: WavShape): AsyncGenerator<Pcm> {
  const frameBytes = (shape.bits / 8) * shape.channels;
  let rest = new Uint8Array(0);
  for await (const chunk of file.chunks(shape.start, shape.end)) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const whole = bytes.length - (bytes.length % frameBytes);
    yield { channels: readWavSamples(bytes.subarray(0, whole), shape), sampleRate: shape.sampleRate };
    rest = bytes.slice(whole);
  }
}
