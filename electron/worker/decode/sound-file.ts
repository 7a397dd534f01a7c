import type { FileHandle } from 'node:fs/promises';

/** Small, because compressed sound grows by twenty when it is decoded. */
const chunkBytes = 1 << 16;

/** An audio file read from front to back, which knows how far it has been read. */
export class SoundFile {
  private position = 0;

  constructor(
    private readonly handle: FileHandle,
    private readonly size: number,
  ) {}

  /** Share of the file that has been read, 0 to 1. */
  get share(): number {
    return this.size === 0 ? 1 : this.position / this.size;
  }

  /** The bytes from `start` to `end` (excluded; the end of the file if that comes first), each chunk a new array. */
  async *chunks(start = 0, end = this.size): AsyncGenerator<Uint8Array> {
    for (let offset = start; offset < end; offset = this.position) {
      const bytes = new Uint8Array(Math.min(chunkBytes, end - offset));
      const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, offset);
      if (bytesRead === 0) return;
      this.position = offset + bytesRead;
      yield bytes.subarray(0, bytesRead);
    }
  }

  /** Up to `length` bytes from the start. */
  async head(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.min(length, this.size));
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  }
}
