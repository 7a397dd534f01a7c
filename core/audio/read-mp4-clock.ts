import type { Mp4Box } from './read-mp4-boxes.ts';

/** The content of a box. */
export function viewOfBox(bytes: Uint8Array, box: Mp4Box): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + box.start, box.end - box.start);
}

/** Units a second and duration in them of an `mvhd` or `mdhd` box, version 0 or 1; null when cut short. */
export function readMp4Clock(
  moov: Uint8Array,
  box: Mp4Box | null,
): { scale: number; duration: number } | null {
  if (!box || box.end - box.start < 20) return null;
  const view = viewOfBox(moov, box);
  if (view.getUint8(0) === 0) return { scale: view.getUint32(12) || 1, duration: view.getUint32(16) };
  if (view.byteLength < 32) return null;
  return { scale: view.getUint32(20) || 1, duration: Number(view.getBigUint64(24)) };
}
