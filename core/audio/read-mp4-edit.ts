import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box, readMp4Boxes } from './read-mp4-boxes.ts';
import { viewOfBox } from './read-mp4-clock.ts';

/** Which part of a track is played. */
export interface Mp4Edit {
  readonly startSeconds: number;
  /** To the end when `undefined`. */
  readonly seconds: number | undefined;
}

const everything: Mp4Edit = { startSeconds: 0, seconds: undefined };

/**
 * Where a sound track begins to be played and how long: by its one edit (ISO/IEC 14496-12 §8.6.6), else as iTunes notes it.
 * Several edits cut a film; such a track is decoded whole.
 */
export function readMp4Edit(
  moov: Uint8Array,
  about: { track: Mp4Box; movie: Mp4Box; movieScale: number; mediaScale: number },
): Mp4Edit {
  const { track, movie, movieScale, mediaScale } = about;
  const list = findMp4Box(moov, track, 'edts/elst');
  const edits = list ? readEdits(viewOfBox(moov, list)).filter(({ mediaTime }) => mediaTime >= 0) : [];
  const [edit] = edits;
  if (edits.length > 1) return everything;
  if (edit)
    return {
      startSeconds: edit.mediaTime / mediaScale,
      seconds: edit.duration > 0 ? edit.duration / movieScale : undefined,
    };
  return readTunesGap(moov, { movie, mediaScale }) ?? everything;
}

/** An edit with the media time -1 is a pause. */
function readEdits(view: DataView): { duration: number; mediaTime: number }[] {
  if (view.byteLength < 8) return [];
  const isLong = view.getUint8(0) === 1;
  const width = isLong ? 20 : 12;
  const count = Math.min(view.getUint32(4), Math.floor((view.byteLength - 8) / width));
  return Array.from({ length: count }, (_, edit) => {
    const at = 8 + edit * width;
    return isLong
      ? { duration: Number(view.getBigUint64(at)), mediaTime: Number(view.getBigInt64(at + 8)) }
      : { duration: view.getUint32(at), mediaTime: view.getInt32(at + 4) };
  });
}

/** `iTunSMPB`: hexadecimal numbers of which the second is the delay and the fourth the length, in samples. */
function readTunesGap(
  moov: Uint8Array,
  { movie, mediaScale }: { movie: Mp4Box; mediaScale: number },
): Mp4Edit | undefined {
  const meta = findMp4Box(moov, movie, 'udta/meta');
  const list = meta && findMp4Box(moov, { start: meta.start + 4, end: meta.end }, 'ilst');
  if (!list) return undefined;
  for (const entry of readMp4Boxes(moov, list).filter(({ type }) => type === '----')) {
    const [name, data] = ['name', 'data'].map((type) => {
      const box = findMp4Box(moov, entry, type);
      return box ? String.fromCharCode(...moov.subarray(box.start, Math.min(box.end, box.start + 200))) : '';
    });
    const numbers = /\0 ([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{16})/i.exec(data ?? '');
    if (!name?.endsWith('iTunSMPB') || !numbers) continue;
    const [delay = 0, , samples = 0] = numbers.slice(2).map((hexadecimal) => parseInt(hexadecimal, 16));
    return { startSeconds: delay / mediaScale, seconds: samples > 0 ? samples / mediaScale : undefined };
  }
  return undefined;
}
