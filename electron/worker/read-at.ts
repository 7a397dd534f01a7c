import type { FileHandle } from 'node:fs/promises';

const noBytes = new Uint8Array(0);

/** Up to `length` bytes at `offset`; fewer at the end of the file, none where no file reaches. */
export async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  if (!Number.isSafeInteger(offset)) return noBytes;
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}
