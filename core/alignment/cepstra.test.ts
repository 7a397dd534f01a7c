import { expect, it } from 'vitest';
import { CepstraMaker } from './cepstra.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumWidth, levelScale } from './sound-features.ts';

const wave = (length: number, height = 0.1): Float32Array =>
  Float32Array.from({ length }, (_, at) => height * Math.sin(at * 0.3) * Math.sin(at * 0.031));

function featuresOf(...pieces: Float32Array[]): SoundFeatures {
  const maker = new CepstraMaker();
  pieces.forEach((piece) => maker.push(piece));
  return maker.finish();
}

it.each([
  [399, 0],
  [400, 1],
  [559, 1],
  [560, 2],
  [16_000, 98],
])('makes of %i samples as many frames of 25 ms, 10 ms apart, as fit', (samples, frames) => {
  expect(featuresOf(wave(samples)).levels).toHaveLength(frames);
});

it('does not mind in which pieces sound comes', () => {
  const whole = wave(5_000);
  expect(featuresOf(whole.subarray(0, 7), whole.subarray(7, 1_234), whole.subarray(1_234))).toEqual(
    featuresOf(whole),
  );
});

it('hears twice the height as 6 dB more, in the same shape', () => {
  const [soft, loud] = [featuresOf(wave(400)), featuresOf(wave(400, 0.2))];
  expect((loud.levels[0]! - soft.levels[0]!) / levelScale).toBeCloseTo(6.02, 1);
  for (let index = 1; index < cepstrumWidth; index++) {
    expect(Math.abs(loud.cepstra[index]! - soft.cepstra[index]!)).toBeLessThanOrEqual(2);
  }
});
