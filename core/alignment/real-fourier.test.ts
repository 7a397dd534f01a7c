import { expect, it } from 'vitest';
import { RealFourier } from './real-fourier.ts';

function powerOf(signal: Float64Array): Float64Array {
  const power = new Float64Array(signal.length / 2 + 1);
  new RealFourier(signal.length).power(signal, power);
  return power;
}

it('finds every pitch in a click', () => {
  const power = powerOf(Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0));
  power.forEach((value) => expect(value).toBeCloseTo(1));
});

it('finds a wave in its own bin alone: |X(3)| is half the length', () => {
  const power = powerOf(Float64Array.from({ length: 16 }, (_, at) => Math.sin((2 * Math.PI * 3 * at) / 16)));
  power.forEach((value, bin) => expect(value).toBeCloseTo(bin === 3 ? 64 : 0));
});

it('finds what does not change in the first bin', () => {
  expect(Array.from(powerOf(new Float64Array(8).fill(2)), (value) => Math.round(value))).toEqual([
    256, 0, 0, 0, 0,
  ]);
});
