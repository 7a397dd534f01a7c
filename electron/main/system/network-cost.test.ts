import { describe, expect, it } from 'vitest';
import { readNetworkCost } from './network-cost.ts';

describe('readNetworkCost', () => {
  it.each([
    ['u 1\n', 'metered'],
    ['u 3\n', 'metered'],
    ['u 4\n', 'unmetered'],
    ['u 0\n', 'unknown'],
    ['no such thing', 'unknown'],
  ] as const)('reads %j as %s', async (said, cost) => {
    expect(await readNetworkCost(() => Promise.resolve(said))).toBe(cost);
  });

  it('asks another tool where one is not there', async () => {
    const run = (tool: string): Promise<string> =>
      tool === 'busctl' ? Promise.reject(new Error('ENOENT')) : Promise.resolve('(<uint32 2>,)\n');
    expect(await readNetworkCost(run)).toBe('unmetered');
  });

  it('knows nothing where nothing tells', async () => {
    expect(await readNetworkCost(() => Promise.reject(new Error('ENOENT')))).toBe('unknown');
  });
});
