import { describe, expect, it } from 'vitest';
import { inSlices } from './in-slices.ts';

function* counted(until: number, onEach: (number: number) => void = () => undefined): Generator<number> {
  for (let number = 0; number < until; number += 1) {
    onEach(number);
    yield number;
  }
}

/** Takes a little longer than a slice. */
function workForASlice(): void {
  const begun = performance.now();
  while (performance.now() - begun < 9);
}

describe('inSlices', () => {
  it('gathers all pieces in order', async () => {
    expect(await inSlices(counted(5))).toEqual([0, 1, 2, 3, 4]);
  });

  it('lets others in between', async () => {
    let done = 0;
    const gathering = inSlices(
      counted(20, (number) => {
        done = number;
        workForASlice();
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(done).toBeLessThan(19);
    expect(await gathering).toHaveLength(20);
  });

  it('stops when nobody wants it any more', async () => {
    const stopping = new AbortController();
    const gathering = inSlices(counted(1000, workForASlice), stopping.signal);
    stopping.abort();
    expect((await gathering).length).toBeLessThan(1000);
  });
});
