import { describe, expect, it } from 'vitest';
import { sleepTimeLeft, sleepVolume, startSleepTimer } from './sleep-timer.ts';

describe('sleep timer', () => {
  it('counts down to zero and no further', () => {
    const timer = startSleepTimer(15, 1_000);
    expect(sleepTimeLeft(timer, 1_000)).toBe(15 * 60_000);
    expect(sleepTimeLeft(timer, 1_000 + 14 * 60_000)).toBe(60_000);
    expect(sleepTimeLeft(timer, 1_000 + 20 * 60_000)).toBe(0);
  });

  it('fades in the last seconds', () => {
    const timer = startSleepTimer(1, 0);
    expect(sleepVolume(timer, 45_000)).toBe(1);
    expect(sleepVolume(timer, 55_000)).toBe(0.5);
    expect(sleepVolume(timer, 60_000)).toBe(0);
  });

  it('has no deadline at the end of the episode or when off', () => {
    expect(sleepTimeLeft(startSleepTimer('end-of-episode', 0), 99)).toBeNull();
    expect(sleepTimeLeft(startSleepTimer(null, 0), 99)).toBeNull();
    expect(sleepVolume(null, 99)).toBe(1);
  });
});
