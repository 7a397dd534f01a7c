import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withoutOptimising } from './without-optimising.ts';

setFlagsFromString('--allow-natives-syntax');
/** Of V8's `OptimizationStatus` (src/runtime/runtime.h). */
const optimisationStatus = runInThisContext('(asked) => %GetOptimizationStatus(asked)') as (
  asked: unknown,
) => number;
const turboFanned = 1 << 6;
const isOptimised = (asked: unknown): boolean => (optimisationStatus(asked) & turboFanned) !== 0;

/** Each call needs another name: V8 shares what it has learnt of scripts that are equal. */
const createSum = (name: string) =>
  runInThisContext(
    `(function ${name}(count) { let sum = 0; for (let i = 0; i < count; i += 1) sum += i & 7; return sum; })`,
  ) as (count: number) => number;

/** Far more than V8 waits for. */
function makeHot(sum: (count: number) => number): void {
  for (let call = 0; call < 2000; call += 1) sum(1000);
}

/** The compiler works on a thread of its own and hands its code over between two calls. */
async function untilOptimised(sum: (count: number) => number): Promise<void> {
  while (!isOptimised(sum)) {
    makeHot(sum);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('withoutOptimising', () => {
  it('leaves hot code as it is, and lets it be optimised afterwards', async () => {
    const sum = createSum('first');
    withoutOptimising(() => makeHot(sum));
    expect(isOptimised(sum)).toBe(false);
    await untilOptimised(sum);
  });

  it('gives back what the work gives, and optimises again after a failure too', async () => {
    expect(withoutOptimising(() => 'parsed')).toBe('parsed');
    expect(() =>
      withoutOptimising(() => {
        throw new RangeError('lost');
      }),
    ).toThrow('lost');
    await untilOptimised(createSum('second'));
  });
});
