import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../app-error.ts';
import { retryDelay } from './retry-policy.ts';

const delays = (jitter: number): (number | null)[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => retryDelay({ error: { code: 'network-broken' }, tries, jitter }));

describe('retryDelay', () => {
  it('doubles from 2 s within the jitter and ends after eight tries', () => {
    expect(delays(0)).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, null]);
    expect(delays(0.999)[6]).toBeLessThanOrEqual(15 * 60 * 1000);
  });

  it('never gives up for want of a network, and looks again within a minute', () => {
    const error = { code: 'network-offline' } as const;
    expect([1, 5, 8, 80].map((tries) => retryDelay({ error, tries, jitter: 0.999 })! <= 60_000)).toEqual(
      Array(4).fill(true),
    );
  });

  it('waits as long as the server asks, a day at most', () => {
    const error = { code: 'http-server-error', retryAfterMs: 3000 } as const;
    expect(retryDelay({ error, tries: 1, jitter: 0 })).toBe(3000);
    expect(retryDelay({ error, tries: 1, jitter: 0.999 })).toBeLessThan(6000);
    expect(retryDelay({ error: { ...error, retryAfterMs: 1e12 }, tries: 1, jitter: 0 })).toBe(86_400_000);
  });

  it.each<AppErrorCode>(['http-not-found', 'http-gone', 'http-unauthorised', 'audio-not-audio'])(
    'does not repeat %s',
    (code) => {
      expect(retryDelay({ error: { code }, tries: 1, jitter: 0 })).toBeNull();
    },
  );
});
