import { expect, it } from 'vitest';
import { nextPause } from './next-pause.ts';

const pauses = [1000, 1500, 3000, 3150, 5000, 5900];

it('finds the first pause behind a place', () => {
  expect(nextPause(pauses, 0)).toEqual({ startMs: 1000, endMs: 1500 });
  expect(nextPause(pauses, 999.9)).toEqual({ startMs: 1000, endMs: 1500 });
});

it('passes over those not worth a jump, and one that has begun', () => {
  expect(nextPause(pauses, 1000)).toEqual({ startMs: 5000, endMs: 5900 });
});

it('finds none behind the last, nor in nothing', () => {
  expect(nextPause(pauses, 5000)).toBeNull();
  expect(nextPause([], 0)).toBeNull();
});

it('looks at few of many', () => {
  const many = Array.from({ length: 200_000 }, (_, at) => at * 1000 + (at % 2) * 500);
  expect(nextPause(many, 123_456_000)).toEqual({ startMs: 123_458_000, endMs: 123_459_500 });
});
