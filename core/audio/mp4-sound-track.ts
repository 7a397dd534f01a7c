import type { BytePlace } from './frame-places.ts';
import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box, readMp4Boxes } from './read-mp4-boxes.ts';
import { readMp4Clock, viewOfBox } from './read-mp4-clock.ts';
import { readMp4Edit } from './read-mp4-edit.ts';

/** The AAC track of an MP4 file. */
export interface Mp4SoundTrack {
  /** AudioSpecificConfig, which sets the decoder up. */
  readonly config: Uint8Array;
  /** Where its frames lie, in the order in which they are played. */
  readonly places: Iterable<BytePlace>;
  /** What is not played at the start: the encoder's delay. */
  readonly startSeconds: number;
  /** How long it plays from there; to the end of its frames when `undefined`. */
  readonly seconds: number | undefined;
}

/** MPEG-4 AAC, and MPEG-2 AAC Main, LC and SSR (ISO/IEC 14496-1 table 5); MP3 may be in an MP4 too. */
const aacObjectTypes: ReadonlySet<number> = new Set([0x40, 0x66, 0x67, 0x68]);
/** Bytes of an audio sample entry before the boxes in it, by its version (QuickTime's 1 has four more numbers). */
const entryHeads: Readonly<Record<number, number>> = { 0: 28, 1: 44 };

/** The first AAC track a `moov` box (all its bytes) tells of; `null` when there is none, or its frames lie in fragments. */
export function readMp4SoundTrack(bytes: Uint8Array): Mp4SoundTrack | null {
  const movie = findMp4Box(bytes, { start: 0, end: bytes.length }, 'moov');
  if (!movie) return null;
  const movieScale = readMp4Clock(bytes, findMp4Box(bytes, movie, 'mvhd'))?.scale ?? 1;
  for (const track of readMp4Boxes(bytes, movie).filter(({ type }) => type === 'trak')) {
    const table = findMp4Box(bytes, track, 'mdia/minf/stbl');
    const clock = readMp4Clock(bytes, findMp4Box(bytes, track, 'mdia/mdhd'));
    const config = table && readConfig(bytes, table);
    if (!clock || !config) continue;
    const sizes = readSizes(bytes, table);
    const chunks = readChunks(bytes, table);
    if (!sizes || !chunks || sizes.count === 0) continue;
    const edit = readMp4Edit(bytes, { track, movie, movieScale, mediaScale: clock.scale });
    return { config, places: { [Symbol.iterator]: () => placesOf(sizes, chunks) }, ...edit };
  }
  return null;
}

/** The sample description's `esds` box (ISO/IEC 14496-14 §5.6), which QuickTime puts into a `wave` box. */
function readConfig(moov: Uint8Array, table: Mp4Box): Uint8Array | null {
  const descriptions = findMp4Box(moov, table, 'stsd');
  if (!descriptions) return null;
  const inside = { start: descriptions.start + 8, end: descriptions.end };
  const entry = readMp4Boxes(moov, inside).find(({ type }) => type === 'mp4a');
  if (!entry || entry.end - entry.start < 28) return null;
  const head = entryHeads[viewOfBox(moov, entry).getUint16(8)];
  if (head === undefined) return null;
  const boxes = { start: entry.start + head, end: entry.end };
  const esds = findMp4Box(moov, boxes, 'esds') ?? findMp4Box(moov, boxes, 'wave/esds');
  return esds && readDescriptors(moov.subarray(esds.start + 4, esds.end));
}

/** Descriptors within one another (ISO/IEC 14496-1 §7.2.6): a tag, a length of up to four bytes, content. */
function readDescriptors(bytes: Uint8Array): Uint8Array | null {
  for (let at = 0; at + 2 <= bytes.length;) {
    const tag = bytes[at++];
    let length = 0;
    for (let more = true; more && at < bytes.length; at += 1) {
      length = ((length << 7) | ((bytes[at] ?? 0) & 0x7f)) >>> 0;
      more = ((bytes[at] ?? 0) & 0x80) !== 0;
    }
    if (tag === 5) return length > 0 && at + length <= bytes.length ? bytes.slice(at, at + length) : null;
    if (tag === 4 && !aacObjectTypes.has(bytes[at] ?? 0)) return null;
    // What stands before the descriptors inside: ES_Descriptor, DecoderConfigDescriptor; others are passed over.
    at += tag === 3 ? 3 : tag === 4 ? 13 : length;
  }
  return null;
}

interface Sizes {
  readonly count: number;
  at(sample: number): number;
}

function readSizes(moov: Uint8Array, table: Mp4Box): Sizes | null {
  const box = findMp4Box(moov, table, 'stsz');
  if (!box || box.end - box.start < 12) return null;
  const view = viewOfBox(moov, box);
  const common = view.getUint32(4);
  const told = view.getUint32(8);
  if (common > 0) return { count: told, at: () => common };
  const count = Math.min(told, Math.floor((view.byteLength - 12) / 4));
  return { count, at: (sample) => view.getUint32(12 + sample * 4) };
}

interface Chunks {
  readonly count: number;
  offset(chunk: number): number;
  /** Samples in a chunk; asked in ascending order. */
  samplesIn(chunk: number): number;
}

function readChunks(moov: Uint8Array, table: Mp4Box): Chunks | null {
  const short = findMp4Box(moov, table, 'stco');
  const box = short ?? findMp4Box(moov, table, 'co64');
  const stsc = findMp4Box(moov, table, 'stsc');
  if (!box || !stsc || box.end - box.start < 8 || stsc.end - stsc.start < 8) return null;
  const view = viewOfBox(moov, box);
  const width = short ? 4 : 8;
  const runs = viewOfBox(moov, stsc);
  const runCount = Math.min(runs.getUint32(4), Math.floor((runs.byteLength - 8) / 12));
  const runAt = (run: number, field: number): number =>
    run < runCount ? runs.getUint32(8 + run * 12 + field * 4) : Infinity;
  let run = 0;
  return {
    count: Math.min(view.getUint32(4), Math.floor((view.byteLength - 8) / width)),
    offset: (chunk) => (short ? view.getUint32(8 + chunk * 4) : Number(view.getBigUint64(8 + chunk * 8))),
    samplesIn(chunk) {
      while (runAt(run + 1, 0) <= chunk + 1) run += 1;
      return runCount === 0 ? 0 : runAt(run, 1);
    },
  };
}

function* placesOf(sizes: Sizes, chunks: Chunks): Generator<BytePlace> {
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk += 1) {
    let offset = chunks.offset(chunk);
    for (let left = chunks.samplesIn(chunk); left > 0 && sample < sizes.count; left -= 1) {
      const size = sizes.at(sample);
      yield { offset, size };
      offset += size;
      sample += 1;
    }
  }
}
