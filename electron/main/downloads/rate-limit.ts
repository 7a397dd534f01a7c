/** At most this share of a second's bytes is let through at a time, so that a slow rate flows instead of jerking. */
const piecesPerSecond = 8;

export interface RateLimitNeeds {
  /** ms, by a clock that nobody sets. */
  readonly now: () => number;
  /** A timer by that clock; returns what stops it. */
  readonly after: (ms: number, work: () => void) => () => void;
}

/** Bytes a second over everything that passes here. A change holds at once, for what waits too. */
export class RateLimit {
  private bytesPerSecond = 0;
  /** When all that was let through so far would have passed at the rate. */
  private freeAt = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly needs: RateLimitNeeds) {}

  /** 0: no limit. */
  set(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
    this.freeAt = this.needs.now();
    for (const wake of [...this.waiting]) wake();
  }

  /** `chunk` in pieces that may pass one after the other; each is given when it may. Ends early when `signal` does. */
  async *pass(chunk: Uint8Array, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
    for (let from = 0; from < chunk.byteLength && !signal.aborted;) {
      await this.turn(signal);
      const most = this.bytesPerSecond === 0 ? Infinity : Math.ceil(this.bytesPerSecond / piecesPerSecond);
      const piece = chunk.subarray(from, Math.min(chunk.byteLength, from + most));
      from += piece.byteLength;
      this.count(piece.byteLength);
      yield piece;
    }
  }

  private count(bytes: number): void {
    if (this.bytesPerSecond === 0) return;
    this.freeAt = Math.max(this.freeAt, this.needs.now()) + (bytes * 1000) / this.bytesPerSecond;
  }

  private async turn(signal: AbortSignal): Promise<void> {
    while (this.bytesPerSecond > 0 && !signal.aborted) {
      const wait = this.freeAt - this.needs.now();
      if (wait <= 0) return;
      await this.sleep(wait, signal);
    }
  }

  private sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        stop();
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const stop = this.needs.after(ms, wake);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
