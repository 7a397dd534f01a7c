import { open, readFile } from 'node:fs/promises';
import { appError } from '../../core/app-error.ts';
import { SoundAnalyser } from '../../core/audio/analyse-sound.ts';
import type { AudioAnalysis } from '../../core/audio/audio-analysis.ts';
import { writeAudioAnalysis } from '../../core/audio/audio-analysis.ts';
import { readFrameIndex } from '../../core/audio/frame-index.ts';
import type { AnalyserRequest } from '../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { decodeSound } from './decode/decode-sound.ts';
import { SoundFile } from './decode/sound-file.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Decodes a whole file once and keeps what its sound tells in `analysisFile`. `onProgress` hears the share that is done
 * after every piece. Fails with `audio-not-analysed` and `disk-failed`.
 */
export async function analyseAudio(
  { file: path, indexFile, analysisFile }: AnalyserRequest,
  onProgress: (share: number) => void,
): Promise<Result<AudioAnalysis>> {
  const handle = await open(path, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const source = { size, modifiedAt: mtimeMs };
    const index = readFrameIndex(await readFile(indexFile), source);
    if (index === null) return failure(appError('disk-failed', 'The index is of another state of the file'));
    const file = new SoundFile(handle, size);
    const sound = await decodeSound(file, index);
    if (sound === null) return failure(appError('audio-not-analysed', `No decoder for ${index.about.kind}`));
    const analyser = new SoundAnalyser();
    for await (const piece of sound) {
      analyser.push(piece);
      onProgress(file.share);
    }
    const analysis = analyser.finish();
    if (analysis.durationMs === 0) return failure(appError('audio-not-analysed', 'No sound was decoded'));
    await writeWhole(analysisFile, writeAudioAnalysis(source, analysis));
    return success(analysis);
  } finally {
    await handle.close();
  }
}
