import { readMp3Header, mp3SideBytes } from './mp3-header.ts';
import { readFlacBlocks } from './vorbis-comments.ts';
import { readWavShape } from './read-wav.ts';
import type { AudioKind } from './sniff-audio.ts';

/** The ends of a file, as far as they tell its length. */
export interface FileEnds {
  /** From the first byte behind an ID3 tag on. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Bytes from the beginning of `head` to the end of the file. */
  readonly size: number;
}

/** Opus counts 48,000 a second whatever it was made from (RFC 7845 §4). */
const opusRate = 48_000;
const oggPageHead = 27;

/**
 * Length of an audio file in ms without reading it: as its head and its last page say, or, for MP3 without a count of
 * frames, by the rate of its first frame. Good for lists; what is played is measured. Undefined where nothing tells.
 */
export function estimateLength(kind: AudioKind, ends: FileEnds): number | undefined {
  const seconds = secondsOf(kind, ends);
  return seconds !== undefined && seconds > 0 && Number.isFinite(seconds)
    ? Math.round(seconds * 1000)
    : undefined;
}

function secondsOf(kind: AudioKind, ends: FileEnds): number | undefined {
  switch (kind) {
    case 'mp3':
      return ofMp3(ends);
    case 'ogg':
      return ofOgg(ends);
    case 'flac':
      return ofFlac(ends.head);
    case 'wav':
      return ofWav(ends);
    default:
      return undefined;
  }
}

function ofMp3({ head, size }: FileEnds): number | undefined {
  for (let at = head.indexOf(0xff); at >= 0; at = head.indexOf(0xff, at + 1)) {
    const header = readMp3Header(head, at);
    if (!header || header.size === 0 || !readMp3Header(head, at + header.size)) continue;
    const { samples, sampleRate } = header;
    const frames = countedFrames(head.subarray(at), 4 + mp3SideBytes(header));
    return ((frames ?? (size - at) / header.size) * samples) / sampleRate;
  }
  return undefined;
}

/** The number of frames in a Xing, Info or VBRI head. */
function countedFrames(frame: Uint8Array, xing: number): number | undefined {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  const mark = (at: number): string => String.fromCharCode(...frame.subarray(at, at + 4));
  if (['Xing', 'Info'].includes(mark(xing)) && (view.getUint8(xing + 7) & 1) === 1)
    return view.getUint32(xing + 8);
  return mark(36) === 'VBRI' ? view.getUint32(36 + 14) : undefined;
}

/** The place that the last page reaches (RFC 3533 §6), by the rate of the first packet. */
function ofOgg({ head, tail }: FileEnds): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const packet = oggPageHead + (head[26] ?? 0);
  if (packet + 16 > head.length) return undefined;
  const name = String.fromCharCode(...head.subarray(packet, packet + 8));
  const rate =
    name === 'OpusHead' ? opusRate : name.startsWith('\u0001vorbis') ? view.getUint32(packet + 12, true) : 0;
  const skipped = name === 'OpusHead' ? view.getUint16(packet + 10, true) : 0;
  const last = lastPage(tail);
  return rate === 0 || last === null ? undefined : (last - skipped) / rate;
}

function lastPage(tail: Uint8Array): number | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - oggPageHead; at >= 0; at -= 1) {
    if (view.getUint32(at) !== 0x4f676753) continue;
    const place = view.getBigInt64(at + 6, true);
    if (place >= 0n) return Number(place);
  }
  return null;
}

/** STREAMINFO (RFC 9639 §8.2): 20 bits of rate, 36 bits of samples. */
function ofFlac(head: Uint8Array): number | undefined {
  const info = readFlacBlocks(head, 4).find(({ type }) => type === 0)?.content;
  if (info === undefined || info.length < 18) return undefined;
  const view = new DataView(info.buffer, info.byteOffset, info.length);
  const rate = view.getUint32(10) >>> 12;
  const samples = (view.getUint8(13) & 15) * 2 ** 32 + view.getUint32(14);
  return rate === 0 ? undefined : samples / rate;
}

function ofWav({ head, size }: FileEnds): number | undefined {
  const shape = readWavShape(head);
  if (!shape) return undefined;
  const bytesPerSecond = (shape.sampleRate * shape.channels * shape.bits) / 8;
  return (Math.min(shape.end, size) - shape.start) / bytesPerSecond;
}
