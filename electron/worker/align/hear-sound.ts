import { CepstraMaker } from '../../../core/alignment/cepstra.ts';
import { featureRate } from '../../../core/alignment/frames.ts';
import type { SoundFeatures } from '../../../core/alignment/sound-features.ts';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { Resampler } from '../../../core/audio/resampler.ts';

/**
 * Features of decoded sound, of which no more than a piece is held at a time. @param onPiece Hears after each piece how long the
 * sound is so far (ms).
 */
export async function hearSound(
  sound: AsyncIterable<Pcm>,
  onPiece: (untilMs: number) => void,
): Promise<SoundFeatures> {
  const cepstra = new CepstraMaker();
  let resampler: Resampler | null = null;
  let [rate, ms] = [0, 0];
  for await (const { channels, sampleRate } of sound) {
    if (resampler === null || sampleRate !== rate) {
      if (resampler) cepstra.push(resampler.finish());
      resampler = new Resampler(sampleRate, featureRate);
      rate = sampleRate;
    }
    const mono = mixDown(channels);
    cepstra.push(resampler.push(mono));
    ms += (mono.length / sampleRate) * 1000;
    onPiece(ms);
  }
  if (resampler) cepstra.push(resampler.finish());
  return cepstra.finish();
}

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  return first.map(
    (sample, at) => others.reduce((sum, channel) => sum + channel[at]!, sample) / channels.length,
  );
}
