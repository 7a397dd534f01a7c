import { describe, expect, it } from 'vitest';
import { Resampler } from './resampler.ts';

const wave = (hertz: number, rate: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

function resampled(from: number, to: number, pieces: readonly Float32Array[]): number[] {
  const resampler = new Resampler(from, to);
  return [...pieces.map((piece) => resampler.push(piece)), resampler.finish()].flatMap((made) =>
    Array.from(made),
  );
}

describe.each([44_100, 48_000, 22_050, 8_000])('sound of %i Hz', (rate) => {
  it('becomes the same wave at 16 kHz, as long as before', () => {
    const made = resampled(rate, 16_000, [wave(1_000, rate, rate)]);
    expect(made).toHaveLength(16_000);
    const expected = wave(1_000, 16_000, 16_000);
    for (let at = 100; at < 15_900; at++) expect(Math.abs(made[at]! - expected[at]!)).toBeLessThan(0.01);
  });

  it('does not mind in which pieces it comes', () => {
    const whole = wave(440, rate, 5_000);
    const pieces = [whole.subarray(0, 3), whole.subarray(3, 999), whole.subarray(999)];
    const [one, other] = [resampled(rate, 16_000, [whole]), resampled(rate, 16_000, pieces)];
    expect(other).toHaveLength(one.length);
    one.forEach((value, at) => expect(other[at]).toBeCloseTo(value, 5));
  });
});

it('does not fold what is too high back into the speech', () => {
  const made = resampled(48_000, 16_000, [wave(12_000, 48_000, 48_000)]);
  expect(Math.max(...made.slice(100, -100).map(Math.abs))).toBeLessThan(0.01);
});
