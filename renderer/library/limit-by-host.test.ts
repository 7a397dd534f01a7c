import { describe, expect, it } from 'vitest';
import { limitByHost } from './limit-by-host.ts';

/** Starts a task per address; each runs until it is let go. */
function start(addresses: readonly string[]) {
  const limit = limitByHost({ total: 3, perHost: 2 });
  const running = new Map<string, () => void>();
  const all = addresses.map((address) =>
    limit(address, async () => {
      await new Promise<void>((finish) => running.set(address, finish));
      running.delete(address);
    }),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const finish = async (address: string) => {
    running.get(address)!();
    await settle();
  };
  return { all, running: () => [...running.keys()], finish, settle };
}

describe('limitByHost', () => {
  it('lets another host pass one that is busy, and holds to the total', async () => {
    const tasks = start(['http://a/1', 'http://a/2', 'http://a/3', 'http://b/1', 'http://c/1']);
    await tasks.settle();
    expect(tasks.running()).toEqual(['http://a/1', 'http://a/2', 'http://b/1']);
    await tasks.finish('http://b/1');
    expect(tasks.running()).toEqual(['http://a/1', 'http://a/2', 'http://c/1']);
    await tasks.finish('http://a/2');
    expect(tasks.running()).toEqual(['http://a/1', 'http://c/1', 'http://a/3']);
  });

  it('goes on after a task that fails', async () => {
    const limit = limitByHost({ total: 1, perHost: 1 });
    const failed = limit('http://a', () => Promise.reject(new Error('no')));
    const next = limit('http://a', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
