import { once } from 'node:events';
import type { Socket } from 'node:net';

/** Exactly `length` bytes from a socket that nobody else reads; what follows stays in it. Rejects when it ends before. */
export async function readBytes(socket: Socket, length: number, signal: AbortSignal): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(length) as Buffer | null;
    if (bytes?.byteLength === length) return bytes;
    if (bytes !== null || socket.readableEnded || socket.destroyed) throw new Error('the connection ended');
    await once(socket, 'readable', { signal });
  }
}

/** Up to and with `ending`, in Latin-1: at most `maximumBytes`. */
export async function readUntil(
  socket: Socket,
  { ending, maximumBytes }: { ending: string; maximumBytes: number },
  signal: AbortSignal,
): Promise<string> {
  let text = '';
  // Byte by byte, so that nothing behind the ending is taken out of the socket.
  while (!text.endsWith(ending)) {
    if (text.length === maximumBytes) throw new Error('an answer without an end');
    text += (await readBytes(socket, 1, signal)).toString('latin1');
  }
  return text;
}
