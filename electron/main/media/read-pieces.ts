import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { VirtualPiece } from '../../../core/audio/virtual-mp4.ts';

/** Where the pieces of an answer are taken from. */
export interface PieceSource {
  readonly path: string;
  /** Bytes of the header that exists in memory only; empty for a file served as it is. */
  readonly header: Uint8Array;
}

const chunkBytes = 128 * 1024;
/** What lies in memory costs nothing to be ready: the table of a long file arrives in a few pieces. */
const headerChunkBytes = 1024 * 1024;

/**
 * Streams pieces one after another. The file is opened when its first byte is wanted and closed at the end, on an
 * error and when the reader goes away, so that a thousand seeks leave nothing open. A file that has become shorter
 * than promised is an error of the stream, never a silent end.
 */
export function readPieces(source: PieceSource, pieces: readonly VirtualPiece[]): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null;
  let isCancelled = false;
  const rest = pieces.map((piece) => ({ ...piece }));

  const close = async (): Promise<void> => {
    const opened = file;
    file = null;
    await opened?.close();
  };
  const read = async (start: number, length: number): Promise<Uint8Array> => {
    file ??= await open(source.path, 'r');
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    if (bytesRead === 0) throw new Error('The audio file ended early');
    return bytes.subarray(0, bytesRead);
  };
  const next = async (): Promise<Uint8Array | null> => {
    const piece = rest[0];
    if (!piece) return null;
    const most = piece.from === 'header' ? headerChunkBytes : chunkBytes;
    const length = Math.min(most, piece.end - piece.start);
    const bytes =
      piece.from === 'header'
        ? source.header.slice(piece.start, piece.start + length)
        : await read(piece.start, length);
    piece.start += bytes.length;
    if (piece.start >= piece.end) rest.shift();
    return bytes;
  };

  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const bytes = await next();
          if (!isCancelled && bytes) controller.enqueue(bytes);
          if (isCancelled || rest.length === 0) await close();
          if (!isCancelled && rest.length === 0) controller.close();
        } catch (cause) {
          await close();
          controller.error(cause);
        }
      },
      cancel: async () => {
        isCancelled = true;
        await close();
      },
    },
    { highWaterMark: 0 },
  );
}
