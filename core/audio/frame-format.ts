import { longestAdtsFrame, readAdtsHeader } from './adts-header.ts';
import type { FrameHeader } from './frame-header.ts';
import { longestMp3Frame, readMp3Header, readMp3MainData } from './mp3-header.ts';
import type { Mp3InfoFrame } from './mp3-info-frame.ts';
import { readMp3InfoFrame } from './mp3-info-frame.ts';

/** What the scanner must know of a format whose frames follow one another without a container. */
export interface FrameFormat {
  readonly longestFrame: number;
  readonly readHeader: (bytes: Uint8Array, offset: number) => FrameHeader | null;
  /** Bytes the frame at `offset` needs from earlier frames, and bytes it holds for itself and later ones. */
  readonly readMainData: (
    bytes: Uint8Array,
    offset: number,
    header: FrameHeader,
  ) => { needed: number; held: number };
  /** The silent first frame in which an encoder leaves notes; null for a frame of sound. */
  readonly readInfo: (frame: Uint8Array, header: FrameHeader) => Mp3InfoFrame | null;
}

export const mp3Format: FrameFormat = {
  longestFrame: longestMp3Frame,
  readHeader: readMp3Header,
  readMainData: readMp3MainData,
  readInfo: readMp3InfoFrame,
};

/** AAC frames stand for themselves, and nothing tells what an encoder added. */
export const adtsFormat: FrameFormat = {
  longestFrame: longestAdtsFrame,
  readHeader: readAdtsHeader,
  readMainData: () => ({ needed: 0, held: 0 }),
  readInfo: () => null,
};
