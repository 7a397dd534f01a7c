import type { FileHandle } from 'node:fs/promises';
import type { BytePlace } from '../../../core/audio/frame-places.ts';
import { readAt } from '../read-at.ts';
import { readMoov } from '../read-moov.ts';

/** Small, because compressed sound grows by twenty when it is decoded. */
const chunkBytes = 1 << 16;
const largestMoov = 64 << 20;

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

  /** The bytes of each place, those side by side read together; ends with the file. Places ascend. */
  async *batches(places: Iterable<BytePlace>): AsyncGenerator<Uint8Array[]> {
    let batch: BytePlace[] = [];
    let start = 0;
    for (const place of places) {
      const isNear = place.offset >= start && place.offset + place.size - start <= chunkBytes;
      if (batch.length > 0 && !isNear) {
        yield await this.readBatch(batch);
        batch = [];
      }
      if (batch.length === 0) start = place.offset;
      batch.push(place);
    }
    if (batch.length > 0) yield await this.readBatch(batch);
  }

  /** Up to `length` bytes from the start. */
  head(length: number): Promise<Uint8Array> {
    return this.bytesAt(0, length);
  }

  /** The `moov` box of an MP4 file; empty when there is none of sensible size. */
  moov(): Promise<Uint8Array> {
    return readMoov(this.handle, largestMoov);
  }

  /** None where no file reaches. */
  private bytesAt(offset: number, length: number): Promise<Uint8Array> {
    return readAt(this.handle, offset, Math.max(0, Math.min(length, this.size - offset)));
  }

  private async readBatch(batch: readonly BytePlace[]): Promise<Uint8Array[]> {
    const start = batch[0]?.offset ?? 0;
    const end = batch.reduce((latest, { offset, size }) => Math.max(latest, offset + size), start);
    const bytes = await this.bytesAt(start, end - start);
    this.position = Math.min(end, this.size);
    return batch.map(({ offset, size }) => bytes.subarray(offset - start, offset - start + size));
  }
}
