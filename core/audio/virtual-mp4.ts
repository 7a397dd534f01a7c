import { ascii, box, fullBox, u16, u32, u32List, u64, u64List, u8, zeros } from './mp4-boxes.ts';
import { promisedSpecificConfig } from './adts-header.ts';
import type { FramePiece, FrameTable } from './frame-table.ts';
import type { Mp4Samples } from './mp4-samples.ts';
import { framesAsSamples, samplesOfFrames } from './mp4-samples.ts';

/**
 * An MP4 file that exists nowhere: `header` (ftyp, moov and the head of mdat) followed by the bytes
 * `fileStart` to `fileEnd` of an MP3 or ADTS file itself. Its sample table makes every seek exact, where Chromium
 * guesses from a bitrate or a table of 100 entries.
 */
export interface VirtualMp4 {
  readonly header: Uint8Array;
  /** Bytes of the whole virtual file. */
  readonly size: number;
  readonly fileStart: number;
  readonly fileEnd: number;
}

/** A stretch of the virtual file, `end` excluded: bytes of its header, or bytes of the real file. */
export interface VirtualPiece {
  readonly from: 'header' | 'file';
  readonly start: number;
  readonly end: number;
}

const both = { version: 1, flags: 0 } as const;
const plain = { version: 0, flags: 0 } as const;
const enabledInMovie = 3;
const unityMatrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000);
const undetermined = 0x55c4;
const wideMdatHead = 16;
/** ISO/IEC 14496-1 object types: AAC, layer III of MPEG-1, and of MPEG-2 with its lower rates. */
const aacAudio = 0x40;
const mpeg1Audio = 0x6b;
const mpeg2Audio = 0x69;
const lowestMpeg1Rate = 32_000;
const audioStream = 0x15;

/** A descriptor of ISO/IEC 14496-1 §8.3.3 with its one-byte length. */
function descriptor(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length + 2);
  bytes.set([tag, length]);
  let at = 2;
  for (const part of content) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function objectTypeOf({ codec, sampleRate }: FramePiece): number {
  if (codec === 'aac') return aacAudio;
  return sampleRate < lowestMpeg1Rate ? mpeg2Audio : mpeg1Audio;
}

function sampleDescription(piece: FramePiece): Uint8Array {
  const specific = piece.codec === 'aac' ? [descriptor(5, promisedSpecificConfig(piece))] : [];
  const decoder = descriptor(4, u8(objectTypeOf(piece), audioStream, 0, 0, 0), u32(0, 0), ...specific);
  const stream = descriptor(3, u16(1), u8(0), decoder, descriptor(6, u8(2)));
  const esds = fullBox('esds', plain, stream);
  const audio = [
    zeros(6),
    u16(1),
    zeros(8),
    u16(piece.channels, 16),
    zeros(4),
    u32(piece.sampleRate * 0x10000),
  ];
  return fullBox('stsd', plain, u32(1), box('mp4a', ...audio, esds));
}

function chunkTables({ chunks }: Mp4Samples, shift: number): Uint8Array[] {
  const stsc = chunks.flatMap(({ samples }, at) =>
    samples === chunks[at - 1]?.samples ? [] : [at + 1, samples, 1],
  );
  return [
    fullBox('stsc', plain, u32(stsc.length / 3), u32List(stsc)),
    fullBox('co64', plain, u32(chunks.length), u64List(chunks.map(({ offset }) => offset + shift))),
  ];
}

/** Compact sample sizes, 16 bits each (§8.7.3.3): half of what stsz would take. */
function sampleSizes({ sizes }: Mp4Samples): Uint8Array {
  const bytes = new Uint8Array(sizes.length * 2);
  const view = new DataView(bytes.buffer);
  sizes.forEach((size, index) => view.setUint16(index * 2, size));
  return fullBox('stz2', plain, u32(16, sizes.length), bytes);
}

/** Lengths in time, equal neighbours folded (§8.6.1.2). */
function sampleTimes({ frames }: Mp4Samples, samplesPerFrame: number): Uint8Array {
  const entries: number[] = [];
  for (let at = 0; at < frames.length;) {
    const first = at;
    while (at < frames.length && frames[at] === frames[first]) at++;
    entries.push(at - first, (frames[first] ?? 0) * samplesPerFrame);
  }
  return fullBox('stts', plain, u32(entries.length / 2), u32List(entries));
}

interface Track {
  readonly table: FrameTable;
  readonly piece: FramePiece;
  readonly samples: Mp4Samples;
  /** The boxes that do not depend on where the header ends, made once. */
  readonly times: Uint8Array;
  readonly sizes: Uint8Array;
}

/** `shift` is what turns an offset in the file into one in the virtual file. Durations count samples: the time scale is the rate. */
function movie({ table, piece, samples, times, sizes }: Track, shift: number): Uint8Array {
  const frames = table.sizes.length;
  const length = frames * piece.samplesPerFrame;
  const dates = u64(0, 0);
  const mvhd = fullBox(
    'mvhd',
    both,
    dates,
    u32(piece.sampleRate),
    u64(length),
    u32(0x10000),
    u16(0x100, 0),
    zeros(8),
    unityMatrix,
    zeros(24),
    u32(2),
  );
  const tkhd = fullBox(
    'tkhd',
    { version: 1, flags: enabledInMovie },
    dates,
    u32(1, 0),
    u64(length),
    zeros(8),
    u16(0, 0, 0x100, 0),
    unityMatrix,
    u32(0, 0),
  );
  const mdhd = fullBox('mdhd', both, dates, u32(piece.sampleRate), u64(length), u16(undetermined, 0));
  const hdlr = fullBox('hdlr', plain, u32(0), ascii('soun'), zeros(12), u8(0));
  const dinf = box('dinf', fullBox('dref', plain, u32(1), fullBox('url ', { version: 0, flags: 1 })));
  const stbl = box(
    'stbl',
    sampleDescription(piece),
    times,
    fullBox('stss', plain, u32(samples.sync.length), u32List(samples.sync.map((sample) => sample + 1))),
    ...chunkTables(samples, shift),
    sizes,
  );
  const minf = box('minf', fullBox('smhd', plain, u32(0)), dinf, stbl);
  return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)));
}

function endOfLastFrame({ runs, sizes }: FrameTable): number {
  const lastRun = runs.at(-1) ?? { firstFrame: 0, offset: 0 };
  return sizes.subarray(lastRun.firstFrame).reduce((end, size) => end + size, lastRun.offset);
}

/**
 * Lays the virtual MP4 of a file's frames (ISO/IEC 14496-12), or answers null when they are of several pieces, which one
 * MP4 cannot hold. Give the table cut to its sound.
 */
export function virtualMp4(table: FrameTable): VirtualMp4 | null {
  const [piece, ...others] = table.pieces;
  if (!piece || others.length > 0) return null;
  const { leftOut } = piece;
  const samples = leftOut > 0 ? framesAsSamples(table, leftOut) : samplesOfFrames(table);
  const times = sampleTimes(samples, piece.samplesPerFrame);
  const track = { table, piece, samples, times, sizes: sampleSizes(samples) };
  const fileStart = table.runs[0]?.offset ?? 0;
  const fileEnd = endOfLastFrame(table);
  const ftyp = box('ftyp', ascii('isom'), u32(512), ascii('isomiso2mp41'));
  // Offsets have a fixed width, so the length of the header does not depend on them.
  const headerLength = ftyp.length + movie(track, 0).length + wideMdatHead;
  const moov = movie(track, headerLength - fileStart);
  const header = new Uint8Array(headerLength);
  header.set(ftyp);
  header.set(moov, ftyp.length);
  header.set(
    [...u32(1), ...ascii('mdat'), ...u64(wideMdatHead + fileEnd - fileStart)],
    ftyp.length + moov.length,
  );
  return { header, size: headerLength + fileEnd - fileStart, fileStart, fileEnd };
}

/** Where the bytes `start` to `end` (excluded) of the virtual file really are. Bounds outside the file are cut to it. */
export function mapRange(file: VirtualMp4, start: number, end: number): VirtualPiece[] {
  const length = file.header.length;
  const last = Math.min(end, file.size);
  const pieces: VirtualPiece[] = [];
  if (start < Math.min(last, length)) pieces.push({ from: 'header', start, end: Math.min(last, length) });
  const bodyStart = Math.max(start, length);
  if (bodyStart < last) {
    const shift = file.fileStart - length;
    pieces.push({ from: 'file', start: bodyStart + shift, end: last + shift });
  }
  return pieces;
}
