import { expect, it } from 'vitest';
import { measureSpeed, remainingMs } from './transfer-speed.ts';
import type { TransferSpeed } from './transfer-speed.ts';

const follow = (reports: readonly (readonly [number, number])[]): TransferSpeed | undefined =>
  reports.reduce<TransferSpeed | undefined>(
    (before, [bytes, at]) => measureSpeed(before, bytes, at),
    undefined,
  );

it('tells nothing after one report, and the mean of a steady line', () => {
  expect(follow([[0, 0]])?.bytesPerSecond).toBeNull();
  const steady = Array.from({ length: 40 }, (_, at) => [at * 250_000, at * 250] as const);
  expect(follow(steady)?.bytesPerSecond).toBeCloseTo(1_000_000);
});

it('follows a line that becomes slow within seconds, not at once', () => {
  const fast = [
    [0, 0],
    [1_000_000, 1000],
  ] as const;
  const once = follow([...fast, [1_000_000, 1250]])?.bytesPerSecond ?? 0;
  expect(once).toBeGreaterThan(900_000);
  const slow = Array.from({ length: 60 }, (_, at) => [1_000_000 + at * 1000, 1250 + at * 250] as const);
  expect(follow([...fast, ...slow])?.bytesPerSecond).toBeLessThan(60_000);
});

it('judges anew what is begun anew', () => {
  expect(
    follow([
      [0, 0],
      [9_000, 1000],
      [10, 2000],
    ])?.bytesPerSecond,
  ).toBeNull();
});

it('tells the time that remains where it can', () => {
  expect(remainingMs(5_000, 1_000)).toBe(5_000);
  expect([remainingMs(null, 1), remainingMs(5, null), remainingMs(5, 0)]).toEqual([null, null, null]);
});
