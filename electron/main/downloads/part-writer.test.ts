import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartWriter } from './part-writer.ts';

/** A disk that keeps what it is given; `hold` makes it slow until the answer is called. */
function disk() {
  const content: number[] = [];
  let gate: Promise<void> = Promise.resolve();
  return {
    content,
    hold: () => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    handle: {
      write: async (...[piece, from, length, at]: [Uint8Array, number, number, number]) => {
        await gate;
        for (let index = 0; index < length; index += 1) content[at + index] = piece[from + index]!;
        return { bytesWritten: length, buffer: piece };
      },
      datasync: () => Promise.resolve(),
    } as unknown as ConstructorParameters<typeof PartWriter>[0]['handle'],
  };
}

describe('PartWriter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('makes durable what a line brought before it went quiet', async () => {
    const { handle, content } = disk();
    const durable: number[] = [];
    const writer = new PartWriter({
      handle,
      offset: 0,
      onDurable: (offset) => Promise.resolve(void durable.push(offset)),
    });
    await writer.write(Uint8Array.of(1, 2, 3));
    expect(durable).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(durable).toEqual([3]);
    expect(content).toEqual([1, 2, 3]);
    await writer.finish();
  });

  it('keeps the order when pieces come faster than the disk takes them', async () => {
    const { handle, content, hold } = disk();
    const writer = new PartWriter({ handle, offset: 2, onDurable: () => Promise.resolve() });
    const release = hold();
    await writer.write(new Uint8Array(1024 * 1024).fill(7));
    await writer.write(Uint8Array.of(8));
    await vi.advanceTimersByTimeAsync(1000);
    void writer.write(Uint8Array.of(9));
    await vi.advanceTimersByTimeAsync(1000);
    release();
    expect(await writer.finish()).toBe(2 + 1024 * 1024 + 2);
    expect(content.slice(2, 4)).toEqual([7, 7]);
    expect(content.slice(-2)).toEqual([8, 9]);
  });
});
