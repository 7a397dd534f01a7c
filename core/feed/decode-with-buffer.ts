/**
 * The parts of Node's module `buffer` that read UTF-8 several times faster than TextDecoder; core has no Node, so its
 * callers pass the module.
 */
export interface BufferModule {
  isUtf8(bytes: Uint8Array): boolean;
  isAscii(bytes: Uint8Array): boolean;
  transcode(bytes: Uint8Array, from: 'utf8', to: 'utf16le'): { toString(encoding: 'utf16le'): string };
  readonly Buffer: {
    from(bytes: ArrayBufferLike, start: number, length: number): { toString(encoding: 'latin1'): string };
  };
}

/** Text of whole sequences of UTF-8, byte order marks included; `undefined` when the bytes are not valid UTF-8. */
export function decodeWithBuffer(bytes: Uint8Array, buffer: BufferModule): string | undefined {
  if (buffer.isAscii(bytes))
    return buffer.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return buffer.isUtf8(bytes) ? buffer.transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;
}
