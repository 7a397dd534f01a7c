import { readFile } from 'node:fs/promises';
import type { SourceStamp } from '../../core/audio/audio-index.ts';
import { writeWhole } from './write-whole.ts';

/** Bytes of the stamp before what is kept: size and time of change of the audio, each a double. */
const stampBytes = 16;

/** Work on the sound of one state of a file that need not be done again, in a file of its own. */
export class SoundCheckpoint {
  constructor(
    private readonly path: string,
    private readonly source: SourceStamp,
  ) {}

  /** What was kept of this very sound; `undefined` where there is nothing, or it cannot be read. */
  async read(): Promise<Uint8Array | undefined> {
    const bytes = await readFile(this.path).catch(() => null);
    if (bytes === null || bytes.length < stampBytes) return undefined;
    const isSame = bytes.subarray(0, stampBytes).equals(this.stamp());
    // A copy that is no Buffer: the `slice` of one would be a view.
    return isSame ? new Uint8Array(bytes.subarray(stampBytes)) : undefined;
  }

  /** Without room for it the work itself goes on. */
  async keep(content: Uint8Array): Promise<void> {
    await writeWhole(this.path, Buffer.concat([this.stamp(), content])).catch(() => undefined);
  }

  private stamp(): Buffer {
    const stamp = Buffer.alloc(stampBytes);
    stamp.writeDoubleLE(this.source.size, 0);
    stamp.writeDoubleLE(this.source.modifiedAt, 8);
    return stamp;
  }
}
