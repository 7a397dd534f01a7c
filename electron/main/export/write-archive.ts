import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { centralDirectory, largestArchive, localHeader } from '../../../core/export/zip-records.ts';
import type { ZipEntry } from '../../../core/export/zip-records.ts';

export interface Archive {
  /** Files of text, in order; the first is stored as it is, as EPUB asks of `mimetype` (OCF 3.3, section 4.3). */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** A file of this computer that goes into the archive as it is. */
  readonly attached: { readonly path: string; readonly file: string } | null;
}

const chunkBytes = 1024 * 1024;

/** Writes a ZIP archive to `file`, which must not exist; what is attached is never in memory whole. Rejects with Node's errors. */
export async function writeArchive(file: string, { files, attached }: Archive): Promise<void> {
  const archive = new ArchiveFile(await open(file, 'wx'));
  try {
    for (const [at, { path, content }] of files.entries()) await archive.add(path, content, at > 0);
    if (attached !== null) await archive.attach(attached.path, attached.file);
    await archive.finish();
  } finally {
    await archive.close();
  }
}

class ArchiveFile {
  readonly #handle: FileHandle;
  readonly #entries: ZipEntry[] = [];
  #at = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async add(name: string, content: string, deflated: boolean): Promise<void> {
    const bytes = Buffer.from(content);
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const entry: ZipEntry = {
      name,
      method: deflated ? 'deflated' : 'stored',
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
      offset: this.#at,
    };
    await this.#append(localHeader(entry));
    await this.#append(packed);
    this.#entries.push(entry);
  }

  /** The sum of a file is known only after its last byte: its header is written again then. */
  async attach(name: string, file: string): Promise<void> {
    const offset = this.#at;
    const unknown = { name, method: 'stored', crc: 0, packed: 0, size: 0, offset } as const;
    await this.#append(localHeader(unknown));
    let [crc, size] = [0, 0];
    for await (const chunk of createReadStream(file, {
      highWaterMark: chunkBytes,
    }) as AsyncIterable<Buffer>) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (offset + size > largestArchive)
        throw new Error('The archive would be larger than its format allows');
      await this.#append(chunk);
    }
    const entry: ZipEntry = { ...unknown, crc, packed: size, size };
    await this.#handle.write(localHeader(entry), 0, undefined, offset);
    this.#entries.push(entry);
  }

  async finish(): Promise<void> {
    for (const record of centralDirectory(this.#entries, this.#at)) await this.#append(record);
    await this.#handle.sync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #append(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#at);
      done += bytesWritten;
      this.#at += bytesWritten;
    }
  }
}
