import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box } from './read-mp4-boxes.ts';

/** An encoder's delay is some thousand samples; what is longer is a cut that somebody made. */
const longestDelayMs = 1000;

/**
 * How long the sound of a track begins before its first moment, ms: the delay of the encoder, as the edit list notes it
 * (ISO/IEC 14496-12 §8.6.6) where it has one entry. 0 where nothing is noted. `scale` is the track's units a second.
 */
export function readMp4Delay(moov: Uint8Array, track: Mp4Box, scale: number): number {
  const list = findMp4Box(moov, track, 'edts/elst');
  if (!list) return 0;
  const view = new DataView(moov.buffer, moov.byteOffset + list.start, list.end - list.start);
  const isWide = view.byteLength > 0 && view.getUint8(0) === 1;
  if (view.byteLength < (isWide ? 28 : 20) || view.getUint32(4) !== 1) return 0;
  const units = isWide ? Number(view.getBigInt64(16)) : view.getInt32(12);
  const ms = (units / scale) * 1000;
  return units > 0 && ms <= longestDelayMs ? ms : 0;
}
