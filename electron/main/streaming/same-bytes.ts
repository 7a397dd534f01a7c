import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import type { PartFile } from '../downloads/part-file.ts';

interface Run {
  readonly start: number;
  end: number;
  readonly digest: string;
}

/** Bytes that share one digest. */
const runBytes = 256 * 1024;

/**
 * Remembers what a listener was given. Where a server gives no validator, a broken transfer begins anew, and the new answer
 * may carry other advertisements: only if it brings every byte that was given before does playing go on in it.
 */
export class SameBytes {
  private readonly runs: Run[] = [];
  private current: { start: number; end: number; hash: Hash } | null = null;
  private beginnings: number;
  private etag: string | undefined;

  constructor(private readonly part: PartFile) {
    this.beginnings = part.growth.beginnings;
    this.etag = part.journal.etag;
  }

  note(at: number, bytes: Uint8Array): void {
    this.etag ??= this.part.journal.etag;
    if (this.current?.end !== at || this.current.end - this.current.start >= runBytes) {
      this.closeRun();
      this.current = { start: at, end: at, hash: createHash('sha256') };
    }
    this.current.hash.update(bytes);
    this.current.end += bytes.byteLength;
  }

  /** Whether the part is known to be what was given; false as long as it has not grown so far. Rejects with `audio-changed`. */
  async isSettled(): Promise<boolean> {
    const { growth, journal } = this.part;
    const { beginnings } = growth;
    if (beginnings === this.beginnings) return true;
    if (this.etag === undefined || journal.etag !== this.etag) {
      this.closeRun();
      const given = Math.max(0, ...this.runs.map(({ end }) => end));
      if (given > (journal.expectedTotal ?? Infinity)) throw changed();
      if (growth.writtenBytes < given) return false;
      await this.compare(growth.file);
      // It was begun anew once more meanwhile.
      if (growth.beginnings !== beginnings) return false;
    }
    this.beginnings = beginnings;
    this.etag = journal.etag;
    return true;
  }

  private closeRun(): void {
    if (this.current === null) return;
    const { start, end, hash } = this.current;
    this.runs.push({ start, end, digest: hash.digest('hex') });
    this.current = null;
  }

  private async compare(file: string): Promise<void> {
    const handle = await open(file, 'r');
    try {
      for (const { start, end, digest } of this.runs) {
        const bytes = new Uint8Array(end - start);
        await handle.read(bytes, 0, bytes.byteLength, start);
        if (createHash('sha256').update(bytes).digest('hex') !== digest) throw changed();
      }
    } finally {
      await handle.close();
    }
  }
}

function changed(): AppFailure {
  return new AppFailure(appError('audio-changed', 'the server sent another recording'));
}
