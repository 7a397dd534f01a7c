import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttleProgress } from './throttle-progress.ts';

describe('throttleProgress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the first at once and the newest of a burst a moment later', () => {
    const told: number[] = [];
    const progress = throttleProgress<number>((received) => told.push(received));
    for (const received of [0, 10, 20, 30]) progress.report(received);
    expect(told).toEqual([0]);
    vi.advanceTimersByTime(250);
    expect(told).toEqual([0, 30]);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([0, 30]);
  });

  it('tells nothing after it was stopped', () => {
    const told: number[] = [];
    const progress = throttleProgress<number>((received) => told.push(received));
    progress.report(1);
    progress.report(2);
    progress.stop();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([1]);
  });
});
