import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { LentBlocks } from './lent-blocks.ts';

const endOfHead = '\r\n\r\n';
/** A server that goes on behind the announced end is found out within this time (ms). */
const lingerMs = 500;

/** Where a socket reads to: bytes go to `place()`; `took` is told how many, and answers whether more may follow. */
export interface SocketReader {
  place(): Uint8Array;
  took(byteCount: number): boolean;
}

/**
 * What `node:http` takes for its socket. Node's parser gets the head, and a body that only it can read; a body of known
 * length goes from the socket straight into `LentBlocks`, because the parser makes fresh memory of every piece, twice.
 */
export class TappedSocket extends Duplex {
  private readonly headPlace = Buffer.allocUnsafeSlow(16 * 1024);
  private readonly socket: Socket;
  /** Where the next read goes; it was settled after the one before. */
  private place: Buffer = this.headPlace;
  private state: 'reading-head' | 'head-passed' | 'body-passed' = 'reading-head';
  /** Came from the socket and went nowhere yet. */
  private held = Buffer.alloc(0);
  private taken: { blocks: LentBlocks; missingBytes: number } | null = null;
  private lingering: NodeJS.Timeout | undefined;
  private hasEnded = false;

  constructor(
    connect: (reader: SocketReader) => Socket,
    private readonly longestHeadBytes: number,
  ) {
    super();
    this.socket = connect({
      place: () => (this.place = this.taken?.blocks.place() ?? this.headPlace),
      took: (byteCount) => this.took(byteCount),
    });
    this.socket.on('end', () => this.ended());
    this.socket.on('error', (cause) => this.destroy(cause));
    this.socket.on('close', () => {
      // After an orderly end the parser may still have something to read.
      if (!this.hasEnded) this.destroy();
    });
  }

  /** The head was an interim one (RFC 9110 §15.2): another follows. Not at once: the parser is still at this one. */
  expectAnotherHead(): void {
    process.nextTick(() => {
      this.state = 'reading-head';
      this.passHead();
    });
  }

  /** The parser reads the body too. Not at once: it is still at the head, and nobody listens to the response yet. */
  passBody(): void {
    setImmediate(() => {
      this.state = 'body-passed';
      this.push(this.held);
      this.held = Buffer.alloc(0);
      if (this.hasEnded) this.push(null);
      else this.socket.resume();
    });
  }

  /** The `length` bytes of the body, which the response will not have. Fails when there turn out to be fewer or more. */
  takeBody(length: number): LentBlocks {
    const blocks = new LentBlocks(() => this.socket.resume());
    this.taken = { blocks, missingBytes: length };
    this.pour(blocks, this.held);
    this.held = Buffer.alloc(0);
    this.socket.resume();
    return blocks;
  }

  override _read(): void {
    if (this.state === 'body-passed') this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (cause?: Error | null) => void): void {
    this.socket.write(chunk, done);
  }

  override _destroy(cause: Error | null, done: (cause: Error | null) => void): void {
    clearTimeout(this.lingering);
    this.taken?.blocks.finish(cause ?? broken('the connection ended early'));
    this.socket.destroy();
    done(cause);
  }

  private took(byteCount: number): boolean {
    if (this.place !== this.headPlace) return this.count(byteCount);
    const bytes = Buffer.from(this.headPlace.subarray(0, byteCount));
    if (this.taken !== null) return this.pour(this.taken.blocks, bytes);
    if (this.state === 'body-passed') return this.push(bytes);
    this.held = Buffer.concat([this.held, bytes]);
    if (this.state === 'reading-head') this.passHead();
    return this.state === 'reading-head';
  }

  /** Gives the parser one whole head and nothing behind it, so that it is known where the body begins. */
  private passHead(): void {
    const end = this.held.indexOf(endOfHead);
    if (end < 0 && this.held.byteLength <= this.longestHeadBytes && !this.hasEnded) {
      this.socket.resume();
      return;
    }
    this.state = 'head-passed';
    const head = this.held.subarray(0, end < 0 ? undefined : end + endOfHead.length);
    this.held = this.held.subarray(head.byteLength);
    this.push(head);
    if (end < 0 && this.hasEnded) this.push(null);
  }

  /** Bytes of a taken body that were read elsewhere; whether more may follow. */
  private pour(blocks: LentBlocks, bytes: Buffer): boolean {
    let hasRoom = true;
    for (let rest = bytes; rest.byteLength > 0;) {
      const copied = rest.copy(blocks.place());
      rest = rest.subarray(copied);
      hasRoom = this.count(copied);
    }
    return hasRoom;
  }

  /** Bytes of a taken body lie in their place; whether more may follow. */
  private count(byteCount: number): boolean {
    if (this.taken === null) return false;
    const { blocks, missingBytes } = this.taken;
    const wanted = Math.min(byteCount, missingBytes);
    this.taken.missingBytes -= wanted;
    const hasRoom = blocks.add(wanted);
    if (byteCount > wanted) blocks.finish(broken('more bytes than announced'));
    else if (this.taken.missingBytes === 0) this.linger(blocks);
    return hasRoom;
  }

  /** All is here. Whether the server agrees shows when it ends the connection, as it was asked to. */
  private linger(blocks: LentBlocks): void {
    this.lingering = setTimeout(() => blocks.finish(null), lingerMs);
  }

  private ended(): void {
    this.hasEnded = true;
    if (this.state === 'reading-head') this.passHead();
    if (this.state === 'body-passed') this.push(null);
    if (this.taken === null) return;
    const { blocks, missingBytes } = this.taken;
    blocks.finish(missingBytes === 0 ? null : broken('the connection ended early'));
  }
}

function broken(detail: string): AppFailure {
  return new AppFailure(appError('network-broken', detail));
}
