import { expect, it } from 'vitest';
import { amplitudeOf, levelGainDb } from './level-gain.ts';

it('brings soft and loud programmes to one loudness', () => {
  expect(levelGainDb(-23)).toBe(7);
  expect(levelGainDb(-9)).toBe(-7);
});

it('leaves alone what is not known, and does not lift noise without end', () => {
  expect(levelGainDb(null)).toBe(0);
  expect(levelGainDb(-60)).toBe(18);
});

it('doubles an amplitude with 6 dB', () => {
  expect(amplitudeOf(6)).toBeCloseTo(2, 2);
  expect(amplitudeOf(0)).toBe(1);
});
