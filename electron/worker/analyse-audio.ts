import { appError } from '../../core/app-error.ts';
import { SoundAnalyser } from '../../core/audio/analyse-sound.ts';
import type { AudioAnalysis } from '../../core/audio/audio-analysis.ts';
import { writeAudioAnalysis } from '../../core/audio/audio-analysis.ts';
import type { AnalyserRequest } from '../../core/ipc/sound-process-contract.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { withSound } from './with-sound.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Decodes a whole file once and keeps what its sound tells in `analysisFile`. `onProgress` hears the share that is done
 * after every piece. Fails with `audio-not-analysed` and `disk-failed`.
 */
export function analyseAudio(
  request: AnalyserRequest,
  onProgress: (share: number) => void,
): Promise<Result<AudioAnalysis>> {
  return withSound(request, async ({ source, about, pieces, share }) => {
    if (pieces === null) return failure(appError('audio-not-analysed', `No decoder for ${about.kind}`));
    const analyser = new SoundAnalyser();
    for await (const piece of pieces) {
      analyser.push(piece);
      onProgress(share());
    }
    // Tables and tags behind the sound are not read.
    onProgress(1);
    const analysis = analyser.finish();
    if (analysis.durationMs === 0) return failure(appError('audio-not-analysed', 'No sound was decoded'));
    await writeWhole(request.analysisFile, writeAudioAnalysis(source, analysis));
    return success(analysis);
  });
}
