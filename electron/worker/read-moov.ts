import type { FileHandle } from 'node:fs/promises';
import { readMp4BoxHead } from '../../core/audio/read-mp4-boxes.ts';
import { readAt } from './read-at.ts';

const mostTopBoxes = 1000;
const noBytes = new Uint8Array(0);

/** The `moov` box, wherever it stands among the boxes of the file; empty when there is none, or a larger one than `most` bytes. */
export async function readMoov(file: FileHandle, most: number): Promise<Uint8Array> {
  for (let offset = 0, seen = 0; seen < mostTopBoxes; seen++) {
    const head = readMp4BoxHead(await readAt(file, offset, 16), 0);
    if (!head || head.size === 0) break;
    if (head.type === 'moov') return head.size > most ? noBytes : readAt(file, offset, head.size);
    offset += head.size;
  }
  return noBytes;
}
