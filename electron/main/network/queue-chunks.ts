import type { Readable } from 'node:stream';

export interface QueuedChunks extends AsyncIterable<Uint8Array> {
  /** Bytes that arrived and were not taken yet. */
  waitingBytes(): number;
}

/** So much is taken in ahead of the reader. */
const aheadBytes = 1024 * 1024;

/**
 * The chunks of a stream, each to be had even if the stream breaks right after it: a Node stream drops what it holds when it
 * fails, and a server that breaks every connection would never get a download any further.
 */
export function queueChunks(stream: Readable): QueuedChunks {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let end: { cause: Error | null } | null = null;
  let wake: () => void = () => undefined;
  const finish = (cause: Error | null): void => {
    end ??= { cause };
    wake();
  };
  stream.on('data', (chunk: Uint8Array) => {
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > aheadBytes) stream.pause();
    wake();
  });
  stream.once('end', () => finish(null));
  stream.once('error', finish);
  stream.once('close', () => finish(new Error('the connection ended early')));

  async function* take(): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        bytes -= chunk.byteLength;
        if (bytes <= aheadBytes / 2) stream.resume();
        yield chunk;
      } else if (end !== null) {
        if (end.cause !== null) throw end.cause;
        return;
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return { waitingBytes: () => bytes, [Symbol.asyncIterator]: take };
}
