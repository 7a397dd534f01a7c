import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { countBytes, noRanges, withRange } from '../../../core/download/byte-ranges.ts';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
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
  /** Told what is certainly on the disk besides what was before, now and then. */
  readonly onDurable: (written: ByteRanges) => Promise<void>;
}

/**
 * Writes a body as it comes, and flushes it to the disk beside the writing, so that little is left to flush at the end.
 * Writing is done at once and by this thread: handing pieces to another one costs more than all the rest of a download.
 */
export class PartWriter {
  private unflushed = noRanges;
  private flushing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly needs: PartWriterNeeds) {}

  /** When it returns, all of `chunk` can be read from the file, from the byte `at` on. Throws Node's error. */
  write(chunk: Uint8Array, at: number): void {
    for (let done = 0; done < chunk.byteLength;) {
      const written = writeSync(this.needs.handle.fd, chunk, done, chunk.byteLength - done, at + done);
      this.unflushed = withRange(this.unflushed, at + done, at + done + written);
      done += written;
    }
    if (countBytes(this.unflushed) >= durableEveryBytes) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), durableEveryMs);
  }

  /** Puts all that was given on the disk. Rejects with Node's error. */
  async finish(): Promise<void> {
    clearTimeout(this.timer);
    await this.flushing;
    await inTurn('flush', () => this.flushNow());
  }

  /** A failure here shows again where it matters, in `finish`. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.flushing !== null || this.unflushed.length === 0) return;
    this.flushing = inTurn('flush', () => this.flushNow())
      .catch(() => undefined)
      .finally(() => (this.flushing = null));
  }

  private async flushNow(): Promise<void> {
    const written = this.unflushed;
    if (written.length === 0) return;
    this.unflushed = noRanges;
    try {
      await this.needs.handle.datasync();
    } catch (cause) {
      for (const [start, end] of written) this.unflushed = withRange(this.unflushed, start, end);
      throw cause;
    }
    await this.needs.onDurable(written);
  }
}
