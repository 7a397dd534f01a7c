import type { FrameHeader } from './frame-header.ts';
import { mp3SideBytes } from './mp3-header.ts';

/** What the silent first frame of an MP3 tells: that it is no sound, and how many samples the encoder added around the sound. */
export interface Mp3InfoFrame {
  readonly kind: 'xing' | 'info' | 'vbri';
  /** Samples the encoder put before the sound; absent when no LAME-style part tells. */
  readonly delay?: number;
  /** Samples it added after the sound to fill the last frame. */
  readonly padding?: number;
}

const vbriOffset = 36;
const lameGapOffset = 21;
/** Encoders known to fill the LAME part truly; others leave noise there (the same list FFmpeg trusts). */
const trustedEncoders = ['LAME', 'Lavf', 'Lavc'];

function textAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

function lameOffset(bytes: Uint8Array, xing: number): number {
  const flags = bytes[xing + 7] ?? 0;
  const frames = flags & 1 ? 4 : 0;
  const size = flags & 2 ? 4 : 0;
  const table = flags & 4 ? 100 : 0;
  const quality = flags & 8 ? 4 : 0;
  return xing + 8 + frames + size + table + quality;
}

/**
 * Reads a Xing, Info or VBRI frame with its LAME part, or answers null for a frame of sound.
 * `frame` holds one whole frame. Sources: the Xing and VBRI descriptions (Windszus, "MPEG Audio Frame Header"), the LAME "Mp3 Info Tag" rev. 1.
 */
export function readMp3InfoFrame(frame: Uint8Array, header: FrameHeader): Mp3InfoFrame | null {
  if (textAt(frame, vbriOffset) === 'VBRI') return { kind: 'vbri' };
  const xing = 4 + mp3SideBytes(header);
  const mark = textAt(frame, xing);
  if (mark !== 'Xing' && mark !== 'Info') return null;
  const kind = mark === 'Xing' ? 'xing' : 'info';
  const lame = lameOffset(frame, xing);
  const gap = lame + lameGapOffset;
  if (gap + 3 > frame.length || !trustedEncoders.includes(textAt(frame, lame))) return { kind };
  const [high = 0, middle = 0, low = 0] = frame.subarray(gap, gap + 3);
  return { kind, delay: (high << 4) | (middle >> 4), padding: ((middle & 15) << 8) | low };
}
