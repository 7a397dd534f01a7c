import type { NetworkLimits } from './open-url.ts';

/** What one request for audio may take: recordings of any length, but no server that keeps us waiting. */
export const audioLimits: NetworkLimits = {
  maximumBytes: 64 * 1024 ** 3,
  connectMs: 30_000,
  idleMs: 30_000,
};
