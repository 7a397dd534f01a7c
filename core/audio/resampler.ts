/** Zero crossings of the kernel on either side: enough to keep what folds back 60 dB below the speech. */
const crossings = 8;

/**
 * Changes the sample rate of sound pushed piece by piece: each new sample is the sum of its old neighbours weighted by a Hann-windowed
 * sinc (Smith, "Digital Audio Resampling"), cut off at half of the lower rate. Sample n lies at the time n / `to`.
 */
export class Resampler {
  /** Rates as a fraction in lowest terms: each output sample lies `down` steps of 1/`up` input samples after the last. */
  private readonly up: number;
  private readonly down: number;
  /** Input samples on either side of a new one that it is made from. */
  private readonly reach: number;
  /** Weights for each place between two input samples, made when first needed. */
  private readonly kernels: (Float32Array | undefined)[] = [];
  private known: Float32Array;
  /** Place of the next output sample, in 1/`up` input samples from the beginning of `known`. */
  private place: number;

  constructor(from: number, to: number) {
    const common = greatestCommonDivisor(from, to);
    this.up = to / common;
    this.down = from / common;
    this.reach = Math.ceil(crossings * Math.max(1, from / to));
    this.known = new Float32Array(this.reach);
    this.place = this.reach * this.up;
  }

  /** The samples that are certain now. */
  push(samples: Float32Array): Float32Array {
    if (this.up === this.down) return samples;
    const known = new Float32Array(this.known.length + samples.length);
    known.set(this.known);
    known.set(samples, this.known.length);
    const certain = (known.length - this.reach) * this.up;
    const made = new Float32Array(Math.max(0, Math.ceil((certain - this.place) / this.down)));
    for (let index = 0; index < made.length; index++, this.place += this.down) {
      made[index] = this.sampleAt(known, this.place);
    }
    const done = Math.max(0, Math.floor(this.place / this.up) - this.reach);
    this.known = known.slice(done);
    this.place -= done * this.up;
    return made;
  }

  /** The last samples, which the end of the sound was waited for. */
  finish(): Float32Array {
    return this.up === this.down ? new Float32Array(0) : this.push(new Float32Array(this.reach));
  }

  private sampleAt(known: Float32Array, place: number): number {
    const phase = place % this.up;
    const kernel = (this.kernels[phase] ??= this.makeKernel(phase / this.up));
    const first = Math.floor(place / this.up) - this.reach + 1;
    let sum = 0;
    for (let index = 0; index < kernel.length; index++) sum += kernel[index]! * known[first + index]!;
    return sum;
  }

  private makeKernel(offset: number): Float32Array {
    const cutoff = Math.min(1, this.up / this.down);
    const kernel = Float32Array.from({ length: 2 * this.reach }, (_, index) => {
      const distance = index - this.reach + 1 - offset;
      const angle = Math.PI * distance * cutoff;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const share = Math.min(1, Math.abs(distance) / this.reach);
      return sinc * (0.5 + 0.5 * Math.cos(Math.PI * share));
    });
    const sum = kernel.reduce((total, weight) => total + weight, 0);
    return kernel.map((weight) => weight / sum);
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
