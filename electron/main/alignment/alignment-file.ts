import { readFile, rm } from 'node:fs/promises';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import type { KeptAlignment } from '../../../core/alignment/kept-alignments.ts';
import {
  alignmentsName,
  checkpointName,
  readAlignments,
  withAlignment,
  writeAlignments,
} from '../../../core/alignment/kept-alignments.ts';
import { replaceFile } from '../files/replace-file.ts';
import { sweepTemporary } from '../files/sweep-temporary.ts';
import { keptFile } from '../media/local-audio.ts';
import type { LocatedAudio } from '../media/local-audio.ts';

/** What is kept beside one audio file, and where the work under way keeps what it has so far. */
export class AlignmentFile {
  constructor(private readonly audio: LocatedAudio) {}

  get checkpoint(): string {
    return this.beside(checkpointName);
  }

  /** No file, a damaged one and one of another state of the audio are the same thing here: nothing is kept. */
  async read(): Promise<KeptAlignment[]> {
    try {
      return readAlignments(await readFile(this.beside(alignmentsName), 'utf8'), this.audio.source);
    } catch {
      return [];
    }
  }

  /** Rejects with Node's error; what was kept before stays then. */
  async keep(textHash: string, alignment: Alignment): Promise<void> {
    const alignments = withAlignment(await this.read(), textHash, alignment);
    await sweepTemporary(this.audio.kept.folder);
    await replaceFile(this.beside(alignmentsName), writeAlignments(this.audio.source, alignments));
    await this.forgetCheckpoint();
  }

  /** As `keep`; the file goes with the last of what it kept. */
  async forget(textHash: string): Promise<void> {
    const kept = await this.read();
    const left = kept.filter((one) => one.textHash !== textHash);
    if (left.length === 0) await rm(this.beside(alignmentsName), { force: true });
    else await replaceFile(this.beside(alignmentsName), writeAlignments(this.audio.source, left));
  }

  async forgetCheckpoint(): Promise<void> {
    await rm(this.checkpoint, { force: true });
  }

  private beside(name: (fileName: string) => string): string {
    return keptFile(this.audio, name);
  }
}
