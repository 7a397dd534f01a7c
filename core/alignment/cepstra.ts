import { featureRate, frameMs } from './frames.ts';
import { melBands } from './mel-bands.ts';
import { RealFourier } from './real-fourier.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumScale, cepstrumWidth, levelScale } from './sound-features.ts';

const hop = (featureRate * frameMs) / 1000;
/** 25 ms: long enough for two periods of a low voice, short enough that the mouth hardly moves. */
const windowLength = 400;
const transformLength = 512;
const bandCount = 26;
/** Telephone-like: below lies hum, above little that every recording keeps. */
const range = { count: bandCount, fromHz: 100, toHz: 6_800 };
/** Speech falls by 6 dB an octave; this lifts it again, so that high bands are not lost in rounding. */
const preEmphasis = 0.97;
const leastPower = 1e-8;
const firstFrames = 1024;

const bands = melBands(range, { length: transformLength, sampleRate: featureRate });
const hamming = Float64Array.from(
  { length: windowLength },
  (_, index) => 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (windowLength - 1)),
);
/** Rows of the discrete cosine transform (type II) which turns band levels into cepstra. */
const cosineRows = Array.from({ length: cepstrumWidth }, (_, row) =>
  Float64Array.from(
    { length: bandCount },
    (_unused, band) => Math.cos((Math.PI * row * (band + 0.5)) / bandCount) * Math.sqrt(2 / bandCount),
  ),
);

/**
 * Mel-frequency cepstra (Davis and Mermelstein, 1980) of sound pushed piece by piece at `featureRate`, mono: the shape of the
 * spectrum, that is of the mouth, without the pitch. Keeps no samples but those of the frame that is not complete yet.
 */
export class CepstraMaker {
  private readonly fourier = new RealFourier(transformLength);
  private readonly windowed = new Float64Array(transformLength);
  private readonly power = new Float64Array(transformLength / 2 + 1);
  private readonly levels = new Float64Array(bandCount);
  private cepstra = new Int16Array(firstFrames * cepstrumWidth);
  private loudness = new Int16Array(firstFrames);
  private count = 0;
  /** The sample before the next frame, and those of it which are there already. */
  private rest = new Float32Array(1);

  push(samples: Float32Array): void {
    const known = new Float32Array(this.rest.length + samples.length);
    known.set(this.rest);
    known.set(samples, this.rest.length);
    let start = 0;
    for (; start + 1 + windowLength <= known.length; start += hop) this.addFrame(known, start + 1);
    this.rest = known.slice(start);
  }

  /** The features of all that was pushed: a copy of exact size. */
  finish(): SoundFeatures {
    return {
      cepstra: this.cepstra.slice(0, this.count * cepstrumWidth),
      levels: this.loudness.slice(0, this.count),
    };
  }

  private addFrame(samples: Float32Array, start: number): void {
    if (this.count === this.loudness.length) this.grow();
    let energy = 0;
    let previous = samples[start - 1]!;
    for (let index = 0; index < windowLength; index++) {
      const sample = samples[start + index]!;
      energy += sample * sample;
      this.windowed[index] = (sample - preEmphasis * previous) * hamming[index]!;
      previous = sample;
    }
    this.fourier.power(this.windowed, this.power);
    this.loudness[this.count] = Math.round(10 * Math.log10((energy + 1e-10) / windowLength) * levelScale);
    this.listenByBands();
    for (const [row, cosines] of cosineRows.entries()) {
      let sum = 0;
      for (let band = 0; band < bandCount; band++) sum += cosines[band]! * this.levels[band]!;
      this.cepstra[this.count * cepstrumWidth + row] = Math.round(sum * cepstrumScale);
    }
    this.count += 1;
  }

  private listenByBands(): void {
    for (const [band, { firstBin, weights }] of bands.entries()) {
      let sum = leastPower;
      for (let offset = 0; offset < weights.length; offset++) {
        sum += weights[offset]! * this.power[firstBin + offset]!;
      }
      this.levels[band] = Math.log(sum);
    }
  }

  private grow(): void {
    const [cepstra, loudness] = [this.cepstra, this.loudness];
    this.cepstra = new Int16Array(cepstra.length * 2);
    this.cepstra.set(cepstra);
    this.loudness = new Int16Array(loudness.length * 2);
    this.loudness.set(loudness);
  }
}
