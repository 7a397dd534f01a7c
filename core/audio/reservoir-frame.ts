import { mp3SideBytes, readMp3Header, readMp3MainData } from './mp3-header.ts';

/** Largest `main_data_begin` (ISO/IEC 11172-3 §2.4.2.7): no frame looks further back. */
export const furthestBack = 511;
const highestBitrate = 14;
const headerBytes = 4;

/**
 * A frame of silence that holds what a decoder needs to begin anywhere. An MP3 frame takes data from the frames before it
 * (the bit reservoir), so a decoder that begins at the wanted frame is silent for up to 0.15 s. This frame carries the
 * last bytes of those data where a decoder puts them aside for the next frame, and plays nothing itself.
 * `frames`: whole frames in order, up to the one before the wanted; null when they are no MP3 frames.
 */
export function reservoirFrame(frames: Uint8Array): Uint8Array | null {
  const data: Uint8Array[] = [];
  let header = null;
  for (let at = 0; at < frames.length;) {
    header = readMp3Header(frames, at);
    if (!header || header.size === 0) return null;
    const { held } = readMp3MainData(frames, at, header);
    data.push(frames.subarray(at + header.size - held, at + header.size));
    at += header.size;
  }
  if (!header) return null;
  const head = frames.slice(frames.length - header.size, frames.length - header.size + headerBytes);
  // No checksum, the highest bitrate, no padding: rate and channels stay.
  head[1] = (head[1] ?? 0) | 1;
  head[2] = (highestBitrate << 4) | ((head[2] ?? 0) & 0x0d);
  const size = readMp3Header(head, 0)?.size ?? 0;
  const frame = new Uint8Array(size);
  frame.set(head);
  let free = size - headerBytes - mp3SideBytes(header);
  for (const part of data.reverse()) {
    const taken = part.subarray(Math.max(0, part.length - free));
    free -= taken.length;
    frame.set(taken, headerBytes + mp3SideBytes(header) + free);
    if (free === 0) break;
  }
  return frame;
}
