import { expect, it } from 'vitest';
import { renamePatiently } from './rename-patiently.ts';

/** A disk that refuses so many times, each time for the same reason. */
function disk(refusals: number, code = 'EPERM') {
  const seen = { tries: 0, waitedMs: 0 };
  const rename = (): Promise<void> => {
    seen.tries += 1;
    return seen.tries > refusals
      ? Promise.resolve()
      : Promise.reject(Object.assign(new Error(code), { code }));
  };
  const wait = (ms: number): Promise<void> => {
    seen.waitedMs += ms;
    return Promise.resolve();
  };
  return { seen, rename, wait };
}

it.each(['EPERM', 'EACCES', 'EBUSY'])('waits on Windows for who holds the file: %s', async (code) => {
  const { seen, ...on } = disk(5, code);
  await renamePatiently('a', 'b', { isWindows: true, ...on });
  expect(seen.tries).toBe(6);
});

it('gives up after some seconds', async () => {
  const { seen, ...on } = disk(1000);
  await expect(renamePatiently('a', 'b', { isWindows: true, ...on })).rejects.toThrow('EPERM');
  expect(seen.waitedMs).toBeGreaterThan(3_000);
  expect(seen.waitedMs).toBeLessThan(10_000);
});

it('does not wait for what no waiting mends, nor where a refusal is one', async () => {
  const missing = disk(1, 'ENOENT');
  await expect(renamePatiently('a', 'b', { isWindows: true, ...missing })).rejects.toThrow('ENOENT');
  const refused = disk(1);
  await expect(renamePatiently('a', 'b', { isWindows: false, ...refused })).rejects.toThrow('EPERM');
  expect([missing.seen.tries, refused.seen.tries]).toEqual([1, 1]);
});
