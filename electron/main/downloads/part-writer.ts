import type { FileHandle } from 'node:fs/promises';

/** What is written at a time: large pieces keep up with a fast line at little cost. */
const pieceBytes = 1024 * 1024;
const durableEveryBytes = 256 * 1024 * 1024;
const durableEveryMs = 2000;
/** On a slow line a piece is not waited for longer than this, so that little is fetched twice after a crash (ms). */
const pieceEveryMs = 1000;
/** The same while somebody listens to what arrives (ms). */
const followedEveryMs = 40;

export interface PartWriterNeeds {
  readonly handle: Pick<FileHandle, 'write' | 'datasync'>;
  readonly offset: number;
  /** Told how much is certainly on the disk, now and then. */
  readonly onDurable: (offset: number) => Promise<void>;
  /** Told how much can be read, after each piece. */
  readonly onWritten?: (offset: number) => void;
  /** Whether somebody waits for what comes: then no piece is held back for long. */
  readonly isFollowed?: () => boolean;
}

/**
 * Writes a body while more of it arrives: one piece is on its way to the disk, the next is being gathered. The two places
 * for them are used over and over: in Electron fresh memory costs more than the copy into it.
 */
export class PartWriter {
  private gathering = Buffer.allocUnsafeSlow(pieceBytes);
  private gatheredBytes = 0;
  private spare = Buffer.allocUnsafeSlow(pieceBytes);
  private timer: NodeJS.Timeout | null = null;
  private position: number;
  private writing: Promise<void> = Promise.resolve();
  private syncing: Promise<void> | null = null;
  private durable: { offset: number; at: number };

  constructor(private readonly needs: PartWriterNeeds) {
    this.position = needs.offset;
    this.durable = { offset: needs.offset, at: performance.now() };
  }

  /** Rejects with Node's error of this or an earlier piece. */
  async write(chunk: Uint8Array): Promise<void> {
    for (let taken = 0; taken < chunk.byteLength;) {
      const part = chunk.subarray(taken, taken + pieceBytes - this.gatheredBytes);
      this.gathering.set(part, this.gatheredBytes);
      this.gatheredBytes += part.byteLength;
      taken += part.byteLength;
      if (this.gatheredBytes === pieceBytes) await this.pushPiece();
    }
    if (this.gatheredBytes > 0) this.pushSoon();
  }

  /** Puts all that was given on the disk; the size of the part. */
  async finish(): Promise<number> {
    await this.pushPiece();
    await this.writing;
    await this.syncing;
    await this.needs.handle.datasync();
    return this.position;
  }

  private pushSoon(): void {
    const isFollowed = this.needs.isFollowed?.() === true;
    const everyMs = isFollowed ? followedEveryMs : pieceEveryMs;
    this.timer ??= setTimeout(() => this.pushSlowPiece(isFollowed), everyMs);
  }

  /**
   * The line is slow or has gone quiet: what it brought is made durable, unless pieces are small because somebody listens.
   * A failure is met by the next call.
   */
  private pushSlowPiece(isFollowed: boolean): void {
    this.pushPiece()
      .then(() => this.writing)
      .then(() => (isFollowed ? this.syncNowAndThen() : this.sync()))
      .catch(() => undefined);
  }

  /** Resolves when the piece before this one is written, and so its place free again. */
  private async pushPiece(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (let before = null; before !== this.writing;) {
      before = this.writing;
      await before;
    }
    if (this.gatheredBytes === 0) return;
    const piece = this.gathering.subarray(0, this.gatheredBytes);
    [this.gathering, this.spare] = [this.spare, this.gathering];
    this.gatheredBytes = 0;
    this.writing = this.writeWhole(piece);
    // Its failure is met by the next call; until then it must not count as unhandled.
    this.writing.catch(() => undefined);
  }

  private async writeWhole(piece: Uint8Array): Promise<void> {
    let done = 0;
    while (done < piece.byteLength) {
      const { bytesWritten } = await this.needs.handle.write(
        piece,
        done,
        piece.byteLength - done,
        this.position + done,
      );
      done += bytesWritten;
    }
    this.position += done;
    this.needs.onWritten?.(this.position);
    this.syncNowAndThen();
  }

  private syncNowAndThen(): void {
    const isDue =
      this.position - this.durable.offset >= durableEveryBytes ||
      performance.now() - this.durable.at >= durableEveryMs;
    if (isDue) this.sync();
  }

  /** Beside the writing, not before it. A failure here shows again where it matters, in `finish`. */
  private sync(): void {
    if (this.syncing !== null || this.position === this.durable.offset) return;
    const offset = this.position;
    this.durable = { offset, at: performance.now() };
    this.syncing = this.needs.handle
      .datasync()
      .then(() => this.needs.onDurable(offset))
      .catch(() => undefined)
      .finally(() => (this.syncing = null));
  }
}
