import type { AudioAnalysis } from './audio-analysis.ts';
import { LoudnessMeter } from './loudness.ts';
import { findPauses, LevelMeter } from './silence-map.ts';

/** Decoded sound: samples from -1 to 1, one array a channel, all of one length. */
export interface Pcm {
  readonly channels: readonly Float32Array[];
  /** Hz. */
  readonly sampleRate: number;
}

/** Learns loudness and pauses of sound pushed piece by piece, in one pass and with some bytes a second of memory. */
export class SoundAnalyser {
  private readonly loudness = new LoudnessMeter();
  private readonly levels = new LevelMeter();
  private seconds = 0;

  push({ channels, sampleRate }: Pcm): void {
    this.loudness.push(channels, sampleRate);
    this.levels.push(channels, sampleRate);
    this.seconds += (channels[0]?.length ?? 0) / sampleRate;
  }

  finish(): AudioAnalysis {
    const { integratedLufs, peakDb } = this.loudness.measure();
    return {
      loudnessLufs: integratedLufs,
      peakDb: Number.isFinite(peakDb) ? peakDb : null,
      durationMs: Math.round(this.seconds * 1000),
      pauses: findPauses(this.levels.read()),
    };
  }
}
