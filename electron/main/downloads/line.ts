import type { OpenedUrl } from '../network/open-url.ts';

/** One answer of a server, read piece by piece. A piece that was asked for and not taken yet is there again later. */
export class Line {
  private asked: Promise<IteratorResult<Uint8Array>> | null = null;
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(
    private readonly opened: OpenedUrl,
    /** Where in the file the next byte belongs. */
    public at: number,
  ) {
    this.chunks = opened.body[Symbol.asyncIterator]();
  }

  /** The next piece, the same one until it is taken. Rejects as the body does. */
  next(): Promise<IteratorResult<Uint8Array>> {
    if (this.asked === null) {
      this.asked = this.chunks.next();
      // Nobody may be waiting for it any more when it fails.
      this.asked.catch(() => undefined);
    }
    return this.asked;
  }

  take(): void {
    this.asked = null;
  }

  close(): void {
    this.opened.close();
  }
}
