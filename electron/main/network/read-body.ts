import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromNode } from './network-error.ts';
import { queueChunks } from './queue-chunks.ts';
import type { QueuedChunks } from './queue-chunks.ts';
import type { OnceAnswer } from './request-once.ts';

export interface BodyLimits {
  /** Ends the transfer: given up by the asker (AbortError), or out of time (TimeoutError). */
  readonly signal: AbortSignal;
  /** Bytes after decoding; more is `too-large`. */
  readonly maximumBytes: number;
  /** Without a byte for so long the connection counts as dead. */
  readonly idleMs: number;
}

/** Real feeds shrink about tenfold, repeated text a hundredfold; beyond this somebody is making a bomb. */
const maximumRatio = 200;
const ratioFreeBytes = 10 * 1024 * 1024;

/**
 * The body of an answer, decoded, piece by piece. Throws AppFailure when it is cut short, endless, dead or a
 * decompression bomb; ends the connection when the reader stops early.
 */
export function readBody({ response, lent }: OnceAnswer, limits: BodyLimits): AsyncIterable<Uint8Array> {
  if (lent !== null)
    return checked(response, { chunks: lent, isWhole: () => true, encodedBytes: () => Infinity }, limits);
  const { decoded, encodedBytes } = decode(response);
  const isWhole = (): boolean => response.complete;
  return checked(response, { chunks: queueChunks(decoded), isWhole, encodedBytes }, limits);
}

interface Incoming {
  readonly chunks: QueuedChunks;
  /** Whether the end of the chunks was the end announced. */
  readonly isWhole: () => boolean;
  readonly encodedBytes: () => number;
}

async function* checked(
  response: IncomingMessage,
  { chunks, isWhole, encodedBytes }: Incoming,
  limits: BodyLimits,
): AsyncGenerator<Uint8Array, void, void> {
  const stop = (): void => {
    // A slow reader is no dead server.
    if (chunks.waitingBytes() > 0) idle.refresh();
    else response.destroy(new AppFailure(appError('network-timeout', 'the server stopped sending')));
  };
  const idle = setTimeout(stop, limits.idleMs);
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      idle.refresh();
      bytes += chunk.byteLength;
      if (bytes > limits.maximumBytes)
        throw new AppFailure(appError('too-large', `more than ${limits.maximumBytes} bytes`));
      if (bytes > ratioFreeBytes && bytes > encodedBytes() * maximumRatio)
        throw new AppFailure(appError('too-large', 'unpacks to far more than was sent'));
      yield chunk;
      idle.refresh();
    }
    if (!isWhole()) throw new AppFailure(appError('network-broken', 'the connection ended early'));
  } catch (cause) {
    throw failureOf(cause, limits.signal);
  } finally {
    clearTimeout(idle);
    response.destroy();
  }
}

function decode(response: IncomingMessage): { decoded: Readable; encodedBytes: () => number } {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '') {
    return { decoded: response, encodedBytes: () => Number.POSITIVE_INFINITY };
  }
  const decoder =
    coding === 'br' ? createBrotliDecompress() : /^(x-)?gzip$|^deflate$/.test(coding) ? createUnzip() : null;
  if (decoder === null) throw new AppFailure(appError('network-broken', `unknown coding ${coding}`));
  let passed = 0;
  response.on('data', (chunk: Buffer) => (passed += chunk.byteLength));
  // The callback keeps a cut stream from becoming an uncaught error; the reader meets it in the iteration.
  return { decoded: pipeline(response, decoder, () => undefined), encodedBytes: () => passed };
}

/** An exception worth passing on: the asker's own cancellation as it is, all else as a coded error. */
export function failureOf(cause: unknown, signal: AbortSignal): unknown {
  if (!signal.aborted) return new AppFailure(errorFromNode(cause, 'network-broken'));
  const reason: unknown = signal.reason;
  const outOfTime = reason instanceof Error && reason.name === 'TimeoutError';
  return outOfTime ? new AppFailure(appError('network-timeout', 'took too long')) : reason;
}
