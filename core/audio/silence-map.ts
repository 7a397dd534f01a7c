/** Levels are looked at in frames this long (ms). */
const frameMs = 10;
/** Shorter pauses belong to the rhythm of speech (ms). */
const shortestPauseMs = 350;
/** Of a long pause this much stays (ms): the larger part before it, where a voice dies away. */
const keptBeforeMs = 120;
const keptAfterMs = 80;
/** Where a file has digital silence, its noise is taken to be this (dB below full scale). */
const quietestDb = -80;
/** Shares of all frames below which lie the noise and the speech of a recording. */
const noiseShare = 0.1;
const speechShare = 0.9;
const partOfRange = 0.35;
const belowSpeechDb = 25;

/** Stretches that can be left out, in ms, ascending: start, end, start, end … */
export type Pauses = readonly number[];

/** Level of each 10 ms of sound pushed in pieces of any size; channels are added as power. */
export class LevelMeter {
  private levels = new Float32Array(1024);
  private used = 0;
  private rate = 0;
  private power = 0;
  private taken = 0;
  /** Samples the frames so far should have had, kept exact where 10 ms are no whole number of them. */
  private due = 0;

  push(channels: readonly Float32Array[], sampleRate: number): void {
    if (sampleRate !== this.rate) this.restart(sampleRate);
    const length = channels[0]?.length ?? 0;
    for (let start = 0; start < length;) {
      const end = Math.min(length, start + this.left());
      for (const samples of channels) this.power += powerOf(samples, start, end) / channels.length;
      this.taken += end - start;
      start = end;
      if (this.left() === 0) this.endFrame();
    }
  }

  /** dB below full scale of every whole frame, never below the quietest that is told apart. */
  read(): Float32Array {
    return this.levels.slice(0, this.used);
  }

  private left(): number {
    return Math.round(this.due) - this.taken;
  }

  private restart(sampleRate: number): void {
    this.rate = sampleRate;
    this.power = 0;
    this.taken = 0;
    this.due = (sampleRate * frameMs) / 1000;
  }

  private endFrame(): void {
    if (this.used === this.levels.length) {
      const larger = new Float32Array(this.used * 2);
      larger.set(this.levels);
      this.levels = larger;
    }
    const samples = (this.rate * frameMs) / 1000;
    this.levels[this.used++] = Math.max(quietestDb, 10 * Math.log10(this.power / samples));
    this.power = 0;
    this.due += samples;
  }
}

function powerOf(samples: Float32Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const sample = samples[at] ?? 0;
    sum += sample * sample;
  }
  return sum;
}

/**
 * The level under which a frame is silence: a third of the way from the noise of the recording to its speech, and at least
 * 25 dB below the speech, so that music under a voice is never taken for a pause.
 */
export function silenceThreshold(levels: Float32Array): number {
  const sorted = levels.toSorted();
  const noise = sorted[Math.floor(sorted.length * noiseShare)] ?? quietestDb;
  const speech = sorted[Math.floor(sorted.length * speechShare)] ?? quietestDb;
  return Math.min(noise + partOfRange * (speech - noise), speech - belowSpeechDb);
}

/** What can be left out of pauses of 350 ms and more so that 200 ms of each stay. */
export function findPauses(levels: Float32Array): number[] {
  const threshold = silenceThreshold(levels);
  const pauses: number[] = [];
  let start = 0;
  for (let frame = 0; frame <= levels.length; frame++) {
    if (frame < levels.length && (levels[frame] ?? 0) < threshold) continue;
    const lengthMs = (frame - start) * frameMs;
    if (lengthMs >= shortestPauseMs) {
      pauses.push(start * frameMs + keptBeforeMs, frame * frameMs - keptAfterMs);
    }
    start = frame + 1;
  }
  return pauses;
}
