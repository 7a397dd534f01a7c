import { readFileSync } from 'node:fs';
import { readWavSamples, readWavShape } from '../../../core/audio/read-wav.ts';

/** The samples of a mono WAV file at 16 kHz. */
export function readWav(file: string): Float32Array {
  const bytes = readFileSync(file);
  const shape = readWavShape(bytes);
  if (shape?.sampleRate !== 16_000 || shape.channels !== 1) throw new Error(`Not mono at 16 kHz: ${file}`);
  return readWavSamples(bytes.subarray(shape.start, shape.end), shape)[0]!;
}
