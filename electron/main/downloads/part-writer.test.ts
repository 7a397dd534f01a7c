import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartWriter } from './part-writer.ts';

const megabyte = 1024 * 1024;

/** A disk that keeps what it is given, at most `most` bytes a time; flushes wait for `release` where it is slow. */
function disk({ most = Infinity, isSlow = false } = {}) {
  const content: number[] = [];
  let release = (): void => undefined;
  let flushes = 0;
  return {
    content,
    release: () => release(),
    flushes: () => flushes,
    handle: {
      write: (...[piece, from, length, at]: [Uint8Array, number, number, number]) => {
        const bytesWritten = Math.min(length, most);
        for (let index = 0; index < Math.min(bytesWritten, 1000); index += 1)
          content[at + index] = piece[from + index]!;
        return Promise.resolve({ bytesWritten, buffer: piece });
      },
      datasync: () => {
        flushes += 1;
        return isSlow ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
      },
    } as unknown as ConstructorParameters<typeof PartWriter>[0]['handle'],
  };
}

function writerOn({ handle }: ReturnType<typeof disk>, offset = 0) {
  const durable: number[] = [];
  const written: number[] = [];
  const writer = new PartWriter({
    handle,
    offset,
    onDurable: (to) => Promise.resolve(void durable.push(to)),
    onWritten: (to) => written.push(to),
  });
  return { writer, durable, written };
}

describe('PartWriter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('puts each chunk behind the one before, and tells that it can be read', async () => {
    const taken = disk({ most: 2 });
    const { writer, written } = writerOn(taken, 2);
    await writer.write(Uint8Array.of(1, 2, 3));
    await writer.write(Uint8Array.of(4));
    expect(taken.content.slice(2)).toEqual([1, 2, 3, 4]);
    expect(written).toEqual([5, 6]);
    expect(await writer.finish()).toBe(6);
  });

  it('makes durable what a line brought before it went quiet', async () => {
    const { writer, durable } = writerOn(disk());
    await writer.write(Uint8Array.of(1, 2, 3));
    expect(durable).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(durable).toEqual([3]);
    await writer.finish();
  });

  it('flushes a fast line beside the writing, one flush at a time', async () => {
    const slow = disk({ isSlow: true });
    const { writer, durable } = writerOn(slow);
    for (let count = 0; count < 200; count += 1) await writer.write(new Uint8Array(megabyte));
    await vi.advanceTimersByTimeAsync(0);
    expect(slow.flushes()).toBe(1);
    slow.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(durable).toHaveLength(1);
    const finished = writer.finish();
    await vi.advanceTimersByTimeAsync(0);
    slow.release();
    expect(await finished).toBe(200 * megabyte);
  });
});
