import { KWeightedPower } from './k-weighting.ts';

/** Programme loudness as ITU-R BS.1770-5 Annex 1 has it. */
export interface Loudness {
  /** LUFS over the whole; null where nothing rises above the absolute gate (silence). */
  readonly integratedLufs: number | null;
  /** The loudest sample, dB below full scale; -Infinity of digital silence. Peaks between samples may reach a little higher. */
  readonly peakDb: number;
}

/** Blocks of 400 ms overlap by three quarters: a new one begins every 100 ms. */
const stepsPerBlock = 4;
const stepsPerSecond = 10;
const absoluteGateLufs = -70;
const relativeGateLu = -10;
/** Makes 0 dB of a 997 Hz sine come out right through the K-weighting. */
const offsetLufs = -0.691;

const lufsOf = (power: number): number => offsetLufs + 10 * Math.log10(power);

/** Mean of the blocks louder than `gateLufs`, as power; null when there is none. */
function gatedMean(blocks: readonly number[], gateLufs: number): number | null {
  let sum = 0;
  let count = 0;
  for (const power of blocks) {
    if (lufsOf(power) <= gateLufs) continue;
    sum += power;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/**
 * Measures loudness of sound pushed in pieces of any size, in one pass. One channel counts as two equal ones, since two
 * loudspeakers play it; of more than two channels only the first two are heard.
 */
export class LoudnessMeter {
  private filters: KWeightedPower[] = [];
  private rate = 0;
  /** Samples of the present step still to come. */
  private left = 0;
  private stepPower = 0;
  private readonly steps: number[] = [];
  private peak = 0;

  push(channels: readonly Float32Array[], sampleRate: number): void {
    const heard = channels.slice(0, 2);
    if (sampleRate !== this.rate || heard.length !== this.filters.length)
      this.restart(sampleRate, heard.length);
    for (const samples of heard) this.peak = Math.max(this.peak, peakOf(samples));
    const length = heard[0]?.length ?? 0;
    for (let start = 0; start < length;) {
      const end = Math.min(length, start + this.left);
      heard.forEach((samples, channel) => {
        this.stepPower += this.filters[channel]?.sum(samples, start, end) ?? 0;
      });
      this.left -= end - start;
      start = end;
      if (this.left === 0) this.endStep();
    }
  }

  /** Of everything pushed. A rest shorter than a step is left out, as the recommendation says. */
  measure(): Loudness {
    const blocks: number[] = [];
    for (let at = stepsPerBlock; at <= this.steps.length; at++) {
      let sum = 0;
      for (let step = at - stepsPerBlock; step < at; step++) sum += this.steps[step] ?? 0;
      blocks.push(sum / stepsPerBlock);
    }
    const peakDb = 20 * Math.log10(this.peak);
    const ungated = gatedMean(blocks, absoluteGateLufs);
    if (ungated === null) return { integratedLufs: null, peakDb };
    const gate = Math.max(absoluteGateLufs, lufsOf(ungated) + relativeGateLu);
    const gated = gatedMean(blocks, gate);
    return { integratedLufs: gated === null ? null : lufsOf(gated), peakDb };
  }

  /** A piece spliced in with another rate or other channels: filters begin anew, and so does the step. */
  private restart(sampleRate: number, channels: number): void {
    this.rate = sampleRate;
    this.filters = Array.from({ length: channels }, () => new KWeightedPower(sampleRate));
    this.left = Math.round(sampleRate / stepsPerSecond);
    this.stepPower = 0;
  }

  private endStep(): void {
    const samples = Math.round(this.rate / stepsPerSecond);
    const loudspeakers = this.filters.length === 1 ? 2 : 1;
    this.steps.push((this.stepPower / samples) * loudspeakers);
    this.stepPower = 0;
    this.left = samples;
  }
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) {
    const size = sample < 0 ? -sample : sample;
    if (size > peak) peak = size;
  }
  return peak;
}
