import { describe, expect, it } from 'vitest';
import { extendSleepTimer, sleepTimeLeft, sleepVolume, startSleepTimer } from './sleep-timer.ts';

const place = { nowMs: 1000, positionMs: 60_000, speed: 2, chapterEndMs: 80_000, episodeEndMs: 100_000 };

describe('sleep timer', () => {
  it('counts minutes down to nothing', () => {
    const timer = startSleepTimer(5, 1000);
    expect(sleepTimeLeft(timer, place)).toBe(300_000);
    expect(sleepTimeLeft(timer, { ...place, nowMs: 400_000 })).toBe(0);
    expect(sleepTimeLeft(startSleepTimer(null, 1000), place)).toBeNull();
  });

  it('stops with the chapter or the episode, sooner when it plays faster', () => {
    expect(sleepTimeLeft(startSleepTimer('end-of-chapter', 0), place)).toBe(10_000);
    expect(sleepTimeLeft(startSleepTimer('end-of-episode', 0), place)).toBe(20_000);
  });

  it('takes the end of the episode for that of a last chapter, and knows no end without a length', () => {
    const timer = startSleepTimer('end-of-chapter', 0);
    expect(sleepTimeLeft(timer, { ...place, chapterEndMs: null })).toBe(20_000);
    expect(sleepTimeLeft(timer, { ...place, chapterEndMs: null, episodeEndMs: null })).toBeNull();
  });

  it('is made longer from what is left, or from now', () => {
    expect(extendSleepTimer(30_000, 1000)).toEqual({ kind: 'at', deadlineMs: 331_000 });
    expect(extendSleepTimer(0, 1000)).toEqual({ kind: 'at', deadlineMs: 301_000 });
  });

  it('grows quieter over the last ten seconds only', () => {
    expect([null, 60_000, 10_000, 5000, 0].map(sleepVolume)).toEqual([1, 1, 1, 0.5, 0]);
  });
});
