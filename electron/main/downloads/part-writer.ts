import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createRunInTurn } from './run-in-turn.ts';

/** What arrived is made durable after so many bytes or so long (ms), so that little is fetched twice after a crash. */
const durableEveryBytes = 64 * 1024 * 1024;
const durableEveryMs = 1000;

/** Flushes of all transfers take turns: each holds a thread of Node's few, and one at a time is as fast. */
const inTurn = createRunInTurn();

/** What is used of an open part. */
export type PartHandle = Pick<FileHandle, 'fd' | 'datasync' | 'close'>;

export interface PartWriterNeeds {
  readonly handle: PartHandle;
  readonly offset: number;
  /** Told how much is certainly on the disk, now and then. */
  readonly onDurable: (offset: number) => Promise<void>;
}

/**
 * Writes a body as it comes, and flushes it to the disk beside the writing, so that little is left to flush at the end.
 * Writing is done at once and by this thread: handing pieces to another one costs more than all the rest of a download.
 */
export class PartWriter {
  private position: number;
  private durable: number;
  private flushing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly needs: PartWriterNeeds) {
    this.position = needs.offset;
    this.durable = needs.offset;
  }

  /** Where the file ends, the bytes before this transfer included. */
  get writtenBytes(): number {
    return this.position;
  }

  /** When it returns, all of `chunk` can be read from the file. Throws Node's error. */
  write(chunk: Uint8Array): void {
    for (let done = 0; done < chunk.byteLength;) {
      const written = writeSync(this.needs.handle.fd, chunk, done, chunk.byteLength - done, this.position);
      done += written;
      this.position += written;
    }
    if (this.position - this.durable >= durableEveryBytes) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), durableEveryMs);
  }

  /** Puts all that was given on the disk; the size of the part. */
  async finish(): Promise<number> {
    clearTimeout(this.timer);
    await this.flushing;
    await inTurn('flush', () => this.needs.handle.datasync());
    return this.position;
  }

  /** A failure here shows again where it matters, in `finish`. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.flushing !== null || this.position === this.durable) return;
    this.flushing = inTurn('flush', () => this.flushNow())
      .catch(() => undefined)
      .finally(() => (this.flushing = null));
  }

  private async flushNow(): Promise<void> {
    const offset = this.position;
    this.durable = offset;
    await this.needs.handle.datasync();
    await this.needs.onDurable(offset);
  }
}
