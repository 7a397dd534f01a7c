import type { QueuedChunks } from './queue-chunks.ts';

/** Large enough that a fast line is few steps, small enough to stay in the processor's cache on its way to the disk. */
const blockBytes = 256 * 1024;
/** Full blocks that may wait for the reader before no more is taken in. */
const mostWaiting = 3;
/** A place smaller than this is left empty, so that no read is a drop. */
const smallestPlace = 16 * 1024;

interface Block {
  readonly bytes: Buffer;
  /** What lies from here to `to` waits for the reader. */
  from: number;
  to: number;
}

/**
 * A body on its way through a few blocks of memory that are used over and over: fresh memory for each piece costs more than
 * all the rest of a fast download. A chunk is lent: it stays what it is until the reader asks for the next one.
 */
export class LentBlocks implements QueuedChunks {
  private readonly free: Buffer[] = [];
  private readonly full: Block[] = [];
  private filling = this.emptyBlock();
  private waiting = 0;
  private end: { cause: Error | null } | null = null;
  private wake: () => void = () => undefined;

  /** `onRoom` is called each time more may be put in again. */
  constructor(private readonly onRoom: () => void) {}

  /** Where the next bytes belong. There is always such a place, even when `add` asked for a rest. */
  place(): Buffer {
    if (this.filling.bytes.byteLength - this.filling.to < smallestPlace) {
      this.full.push(this.filling);
      this.filling = this.emptyBlock();
    }
    return this.filling.bytes.subarray(this.filling.to);
  }

  /** So many bytes were put into `place()`. False: no more, please, until `onRoom`. */
  add(byteCount: number): boolean {
    this.filling.to += byteCount;
    this.waiting += byteCount;
    this.wake();
    return this.full.length < mostWaiting;
  }

  /** No more is coming: all is here (null), or something went wrong, which the reader meets after what did arrive. */
  finish(cause: Error | null): void {
    this.end ??= { cause };
    this.wake();
  }

  waitingBytes(): number {
    return this.waiting;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      this.takeBackEmptied();
      const block = this.full[0] ?? this.filling;
      if (block.from < block.to) {
        const chunk = block.bytes.subarray(block.from, block.to);
        block.from = block.to;
        this.waiting -= chunk.byteLength;
        yield chunk;
      } else if (this.end !== null) {
        if (this.end.cause !== null) throw this.end.cause;
        return;
      } else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private takeBackEmptied(): void {
    const wasCrowded = this.full.length >= mostWaiting;
    for (let first = this.full[0]; first !== undefined && first.from === first.to; first = this.full[0]) {
      this.full.shift();
      this.free.push(first.bytes);
    }
    if (wasCrowded && this.full.length < mostWaiting) this.onRoom();
  }

  private emptyBlock(): Block {
    return { bytes: this.free.pop() ?? Buffer.allocUnsafeSlow(blockBytes), from: 0, to: 0 };
  }
}
