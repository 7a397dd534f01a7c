import { chooseSyncFrames } from './choose-sync-frames.ts';
import { readId3Size } from './id3-size.ts';
import { GrowingUint16Array } from './growing-array.ts';
import type { Mp3Header } from './mp3-header.ts';
import { longestMp3Frame, readMp3Header, readMp3MainData, sameMp3Configuration } from './mp3-header.ts';
import type { Mp3Index, Mp3Run } from './mp3-index.ts';
import { readMp3InfoFrame } from './mp3-info-frame.ts';

/** `free-format`: frames of unlisted bitrate, whose lengths no header tells. `no-frames`: not an MP3, or nothing left of one. */
export type Mp3Scan =
  { readonly kind: 'indexed'; readonly index: Mp3Index } | { readonly kind: 'free-format' | 'no-frames' };

/** Frames in a row that make a header believable where the scanner is out of step: two bytes of sync alone turn up in any data. */
const framesToBelieve = 3;
const lookAhead = longestMp3Frame * framesToBelieve + 32;
const id3v1Bytes = 128;
const apeHeaderBytes = 32;

function startsWith(bytes: Uint8Array, offset: number, mark: string): boolean {
  for (let at = 0; at < mark.length; at++) if (bytes[offset + at] !== mark.charCodeAt(at)) return false;
  return true;
}

/** Length of the APEv2 tag whose header stands at `offset`; 0 when none does. */
function readApeSize(bytes: Uint8Array, offset: number): number {
  if (!startsWith(bytes, offset, 'APETAGEX') || offset + apeHeaderBytes > bytes.length) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, apeHeaderBytes);
  const isHeader = (view.getUint32(20, true) & 0x2000_0000) !== 0;
  return apeHeaderBytes + (isHeader ? view.getUint32(12, true) : 0);
}

/**
 * Finds every frame of an MP3 pushed in pieces of any size, in one pass and with a few kilobytes of memory beside the index.
 * Steps over ID3v2 tags wherever they stand, ID3v1 and APE tags, and junk. Takes any bytes: never throws, never loops.
 */
export class Mp3FrameScanner {
  private bytes: Uint8Array = new Uint8Array(0);
  private position = 0;
  /** Where `bytes` starts in the file. */
  private base = 0;
  /** Bytes of a tag still to come. */
  private toSkip = 0;
  private readonly sizes = new GrowingUint16Array();
  private readonly needed = new GrowingUint16Array();
  private readonly held = new GrowingUint16Array();
  private readonly runs: Mp3Run[] = [];
  private readonly tags: { offset: number; size: number }[] = [];
  private readonly changes: number[] = [];
  private first: Mp3Header | null = null;
  private current: Mp3Header | null = null;
  private gap: Mp3Index['gap'];
  private nextFrameAt = -1;
  private junkBytes = 0;
  private truncated = false;
  private sawFreeFormat = false;
  private ended = false;

  /** `fileSize` in bytes: a tag that claims more than is there is taken for junk. */
  constructor(private readonly fileSize: number) {}

  push(chunk: Uint8Array): void {
    const rest = this.bytes.subarray(this.position);
    this.base += this.position;
    this.position = 0;
    if (rest.length === 0) this.bytes = chunk;
    else {
      this.bytes = new Uint8Array(rest.length + chunk.length);
      this.bytes.set(rest);
      this.bytes.set(chunk, rest.length);
    }
    this.advance(lookAhead);
    // What is left is copied so that the caller may use its chunk again.
    this.bytes = this.bytes.slice(this.position);
    this.base += this.position;
    this.position = 0;
  }

  end(): Mp3Scan {
    this.ended = true;
    this.advance(1);
    const { first } = this;
    if (!first || this.sizes.length === 0) return { kind: this.sawFreeFormat ? 'free-format' : 'no-frames' };
    return {
      kind: 'indexed',
      index: {
        version: first.version,
        sampleRate: first.sampleRate,
        channels: first.channels,
        samplesPerFrame: first.samples,
        sizes: this.sizes.toArray(),
        runs: this.runs,
        ...(this.gap && { gap: this.gap }),
        syncFrames: chooseSyncFrames({
          needed: this.needed.toArray(),
          held: this.held.toArray(),
          framesPerSecond: first.sampleRate / first.samples,
        }),
        configurationChanges: this.changes,
        tags: this.tags,
        junkBytes: this.junkBytes,
        truncated: this.truncated,
      },
    };
  }

  /** Goes on while at least `wanted` bytes lie ahead, which keeps every look ahead inside what is held. */
  private advance(wanted: number): void {
    for (;;) {
      const held = this.bytes.length - this.position;
      if (this.toSkip > 0) {
        const skipped = Math.min(this.toSkip, held);
        this.position += skipped;
        this.toSkip -= skipped;
        if (this.toSkip > 0) return;
      } else if (held < wanted) return;
      else this.step();
    }
  }

  private step(): void {
    if (this.skipTag()) return;
    const header = readMp3Header(this.bytes, this.position);
    if (header && this.isBelievable(header)) this.take(header);
    else this.skipJunk();
  }

  private skipTag(): boolean {
    const offset = this.base + this.position;
    const id3 = readId3Size(this.bytes, this.position);
    if (id3 > 0 && offset + id3 <= this.fileSize) {
      this.tags.push({ offset, size: id3 });
      this.toSkip = id3;
    } else if (offset + id3v1Bytes === this.fileSize && startsWith(this.bytes, this.position, 'TAG')) {
      this.toSkip = id3v1Bytes;
    } else {
      const ape = readApeSize(this.bytes, this.position);
      if (ape === 0 || offset + ape > this.fileSize) return false;
      this.toSkip = ape;
    }
    return true;
  }

  private isBelievable(header: Mp3Header): boolean {
    if (header.size === 0) {
      this.sawFreeFormat = true;
      return false;
    }
    const inStep = this.current !== null && this.base + this.position === this.nextFrameAt;
    if (inStep && this.current && sameMp3Configuration(this.current, header)) return true;
    return this.isFollowedByItsLike(header);
  }

  private isFollowedByItsLike(header: Mp3Header): boolean {
    let at = this.position + header.size;
    if (at > this.bytes.length) return false;
    for (let seen = 1; seen < framesToBelieve; seen++) {
      if (this.soundEndsAt(at)) return true;
      const next = readMp3Header(this.bytes, at);
      if (!next || next.size === 0 || !sameMp3Configuration(header, next)) return false;
      at += next.size;
    }
    return true;
  }

  private soundEndsAt(at: number): boolean {
    if (this.ended && at + 4 > this.bytes.length) return true;
    return ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'].some((mark) => startsWith(this.bytes, at, mark));
  }

  private take(header: Mp3Header): void {
    const end = this.position + header.size;
    if (end > this.bytes.length) {
      this.truncated = true;
      this.position = this.bytes.length;
      return;
    }
    const isFirst = this.first === null;
    this.first ??= header;
    if (!isFirst || !this.takeInfoFrame(this.bytes.subarray(this.position, end), header)) this.add(header);
    this.current = header;
    this.position = end;
    this.nextFrameAt = this.base + end;
  }

  private takeInfoFrame(frame: Uint8Array, header: Mp3Header): boolean {
    const info = readMp3InfoFrame(frame, header);
    if (info?.delay !== undefined && info.padding !== undefined)
      this.gap = { delay: info.delay, padding: info.padding };
    return info !== null;
  }

  private add(header: Mp3Header): void {
    const frame = this.sizes.length;
    const offset = this.base + this.position;
    if (frame === 0 || offset !== this.nextFrameAt) this.runs.push({ firstFrame: frame, offset });
    if (this.current && !sameMp3Configuration(this.current, header)) this.changes.push(frame);
    this.sizes.push(header.size);
    const main = readMp3MainData(this.bytes, this.position, header);
    this.needed.push(main.needed);
    this.held.push(main.held);
  }

  /** Goes to the next byte at which a frame or a tag could begin. */
  private skipJunk(): void {
    const from = this.position;
    let at = from + 1;
    for (; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === 0xff || byte === 0x49 || byte === 0x41 || byte === 0x54) break;
    }
    this.position = at;
    this.junkBytes += at - from;
  }
}
