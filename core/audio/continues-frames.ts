import { readMp3Header, readMp3MainData } from './mp3-header.ts';
import type { Mp3MainData } from './mp3-header.ts';

/**
 * Whether an MP3 goes on in `next` where `earlier` stopped, as it does behind an advertisement put into it: the first frame
 * needs just the data that the frames before it left over. An encoder that has more to spare fills up with padding, and does so frame
 * after frame. Both hold whole frames in order. Data of another recording would be heard as a burst of noise.
 */
export function continuesFrames(earlier: Uint8Array, next: Uint8Array): boolean {
  const before = readFrames(earlier);
  const first = readFrame(next, 0);
  const [previous, last] = before.slice(-2);
  if (previous === undefined || last === undefined || first === null || first.needed === 0) return false;
  const padding = leftOver(last) - first.needed;
  return padding === 0 || (padding > 0 && leftOver(previous) > last.needed);
}

/** Bytes that a frame leaves for those after it. */
function leftOver({ needed, held, used }: Mp3MainData): number {
  return needed + held - used;
}

type Frame = Mp3MainData & { readonly size: number };

function readFrame(bytes: Uint8Array, at: number): Frame | null {
  const header = readMp3Header(bytes, at);
  return header === null || header.size === 0
    ? null
    : { ...readMp3MainData(bytes, at, header), size: header.size };
}

function readFrames(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0, frame = readFrame(bytes, 0); frame !== null; frame = readFrame(bytes, at)) {
    frames.push(frame);
    at += frame.size;
  }
  return frames;
}
