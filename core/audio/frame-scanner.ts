import { chooseSyncFrames } from './choose-sync-frames.ts';
import type { FrameFormat } from './frame-format.ts';
import type { FrameHeader } from './frame-header.ts';
import { sameConfiguration } from './frame-header.ts';
import type { FramePiece, FrameRun, FrameTable } from './frame-table.ts';
import { endOf } from './frame-table.ts';
import { GrowingUint16Array } from './growing-array.ts';
import { readId3Size } from './id3-size.ts';

/** `free-format`: frames of unlisted bitrate, whose lengths no header tells. `no-frames`: of another format, or nothing left. */
export type FrameScan =
  { readonly kind: 'indexed'; readonly table: FrameTable } | { readonly kind: 'free-format' | 'no-frames' };

/** Frames in a row that make a header believable where the scanner is out of step: two bytes of sync alone turn up in any data. */
const framesToBelieve = 3;
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

function pieceOf({ size: _size, samples, ...configuration }: FrameHeader, firstFrame: number): FramePiece {
  return { ...configuration, firstFrame, samplesPerFrame: samples };
}

/**
 * Finds every frame of an MP3 or ADTS file pushed in pieces of any size, in one pass and with a few kilobytes of memory
 * beside the table.
 * Steps over ID3v2 tags wherever they stand, ID3v1 and APE tags, and junk. Takes any bytes: never throws, never loops.
 */
export class FrameScanner {
  private bytes: Uint8Array = new Uint8Array(0);
  private position = 0;
  /** Where `bytes` starts in the file. */
  private base = 0;
  /** Bytes of a tag still to come. */
  private toSkip = 0;
  private readonly sizes = new GrowingUint16Array();
  private readonly needed = new GrowingUint16Array();
  private readonly held = new GrowingUint16Array();
  private readonly runs: FrameRun[] = [];
  private readonly pieces: FramePiece[] = [];
  private readonly tags: { offset: number; size: number }[] = [];
  private current: FrameHeader | null = null;
  private gap: FrameTable['gap'];
  private nextFrameAt = -1;
  private junkBytes = 0;
  private truncated = false;
  private sawFreeFormat = false;
  private ended = false;
  private readonly lookAhead: number;

  /** `fileSize` in bytes: a tag that claims more than is there is taken for junk. */
  constructor(
    private readonly format: FrameFormat,
    private readonly fileSize: number,
  ) {
    this.lookAhead = format.longestFrame * framesToBelieve + 32;
  }

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
    this.advance(this.lookAhead);
    // What is left is copied so that the caller may use its chunk again.
    this.bytes = this.bytes.slice(this.position);
    this.base += this.position;
    this.position = 0;
  }

  end(): FrameScan {
    this.ended = true;
    this.advance(1);
    if (this.sizes.length === 0) return { kind: this.sawFreeFormat ? 'free-format' : 'no-frames' };
    return {
      kind: 'indexed',
      table: {
        pieces: this.pieces,
        sizes: this.sizes.toArray(),
        runs: this.runs,
        ...(this.gap && { gap: this.gap }),
        syncFrames: this.chooseSyncFrames(),
        tags: this.tags,
        junkBytes: this.junkBytes,
        truncated: this.truncated,
      },
    };
  }

  private chooseSyncFrames(): number[] {
    const [needed, held] = [this.needed.toArray(), this.held.toArray()];
    return this.pieces.flatMap(({ firstFrame, sampleRate, samplesPerFrame }, at) => {
      const end = endOf(this.pieces, at, needed.length);
      const chosen = chooseSyncFrames({
        needed: needed.subarray(firstFrame, end),
        held: held.subarray(firstFrame, end),
        framesPerSecond: sampleRate / samplesPerFrame,
      });
      return chosen.map((frame) => firstFrame + frame);
    });
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
    const header = this.format.readHeader(this.bytes, this.position);
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

  private isBelievable(header: FrameHeader): boolean {
    if (header.size === 0) {
      this.sawFreeFormat = true;
      return false;
    }
    const inStep = this.current !== null && this.base + this.position === this.nextFrameAt;
    if (inStep && this.current && sameConfiguration(this.current, header)) return true;
    return this.isFollowedByItsLike(header);
  }

  private isFollowedByItsLike(header: FrameHeader): boolean {
    let at = this.position + header.size;
    if (at > this.bytes.length) return false;
    for (let seen = 1; seen < framesToBelieve; seen++) {
      if (this.soundEndsAt(at)) return true;
      const next = this.format.readHeader(this.bytes, at);
      if (!next || next.size === 0 || !sameConfiguration(header, next)) return false;
      at += next.size;
    }
    return true;
  }

  private soundEndsAt(at: number): boolean {
    if (this.ended && at + 4 > this.bytes.length) return true;
    return ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'].some((mark) => startsWith(this.bytes, at, mark));
  }

  private take(header: FrameHeader): void {
    const end = this.position + header.size;
    if (end > this.bytes.length) {
      this.truncated = true;
      this.position = this.bytes.length;
      return;
    }
    const isFirst = this.current === null;
    if (!isFirst || !this.takeInfoFrame(this.bytes.subarray(this.position, end), header)) this.add(header);
    this.current = header;
    this.position = end;
    this.nextFrameAt = this.base + end;
  }

  private takeInfoFrame(frame: Uint8Array, header: FrameHeader): boolean {
    const info = this.format.readInfo(frame, header);
    if (info?.delay !== undefined && info.padding !== undefined)
      this.gap = { delay: info.delay, padding: info.padding };
    return info !== null;
  }

  private add(header: FrameHeader): void {
    const frame = this.sizes.length;
    const offset = this.base + this.position;
    if (frame === 0 || offset !== this.nextFrameAt) this.runs.push({ firstFrame: frame, offset });
    if (frame === 0 || (this.current && !sameConfiguration(this.current, header)))
      this.pieces.push(pieceOf(header, frame));
    this.sizes.push(header.size);
    const main = this.format.readMainData(this.bytes, this.position, header);
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
