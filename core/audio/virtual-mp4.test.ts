import { describe, expect, it } from 'vitest';
import { adtsFrames, concat, id3Tag, infoFrame, mp3Frame, mp3Frames, text } from './made-audio.ts';
import { cutToSound } from './cut-to-sound.ts';
import type { FrameFormat } from './frame-format.ts';
import { adtsFormat, mp3Format } from './frame-format.ts';
import { readMp3Header } from './mp3-header.ts';
import { FrameScanner } from './frame-scanner.ts';
import { mapRange, virtualMp4 } from './virtual-mp4.ts';

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl']);

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Every box of a file by its path, e.g. `moov/trak/tkhd`, with where its content lies. */
function boxes(
  bytes: Uint8Array,
  inside: Place = { start: 0, end: bytes.length },
  path = '',
): Map<string, Place> {
  const found = new Map<string, Place>();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = inside.start; at < inside.end;) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const isWide = view.getUint32(at) === 1;
    const end = at + (isWide ? Number(view.getBigUint64(at + 8)) : view.getUint32(at));
    const start = at + (isWide ? 16 : 8);
    if (end < start || end > inside.end) throw new Error(`${path}${type} reaches outside`);
    found.set(path + type, { start, end });
    if (containers.has(type)) {
      for (const [name, place] of boxes(bytes, { start, end }, `${path}${type}/`)) found.set(name, place);
    }
    at = end;
  }
  return found;
}

function faceOf(file: Uint8Array, format: FrameFormat) {
  const scanner = new FrameScanner(format, file.length);
  scanner.push(file);
  const scan = scanner.end();
  if (scan.kind !== 'indexed') throw new Error(scan.kind);
  return virtualMp4(cutToSound(scan.table));
}

function virtual(file: Uint8Array, format = mp3Format) {
  const mp4 = faceOf(file, format);
  if (!mp4) throw new Error('no face');
  const read = (start: number, end: number): Uint8Array =>
    concat(
      ...mapRange(mp4, start, end).map((piece) =>
        (piece.from === 'header' ? mp4.header : file).subarray(piece.start, piece.end),
      ),
    );
  const whole = read(0, mp4.size);
  const places = boxes(whole);
  const table = (name: string): DataView => {
    const place = places.get(`moov/trak/mdia/minf/stbl/${name}`);
    if (!place) throw new Error(`no ${name}`);
    return new DataView(whole.buffer, whole.byteOffset + place.start, place.end - place.start);
  };
  return { mp4, whole, read, places, table };
}

/** The frames as a player finds them: chunk by chunk, size by size. */
function samples({ whole, table }: ReturnType<typeof virtual>): Uint8Array[] {
  const [stsc, co64, stz2] = [table('stsc'), table('co64'), table('stz2')];
  const found: Uint8Array[] = [];
  let perChunk = 0;
  for (let chunk = 1, entry = 0; chunk <= co64.getUint32(4); chunk++) {
    if (entry < stsc.getUint32(4) && stsc.getUint32(8 + entry * 12) === chunk)
      perChunk = stsc.getUint32(12 + entry++ * 12);
    let at = Number(co64.getBigUint64(8 + (chunk - 1) * 8));
    for (let sample = 0; sample < perChunk; sample++) {
      const size = stz2.getUint16(12 + found.length * 2);
      found.push(whole.subarray(at, at + size));
      at += size;
    }
  }
  return found;
}

/** The frames of MP3 as Chromium's reader parts them: several lie in one sample. */
function mp3FramesIn(made: ReturnType<typeof virtual>): Uint8Array[] {
  return samples(made).flatMap((sample) => {
    const found: Uint8Array[] = [];
    for (let at = 0; at < sample.length;) {
      const size = readMp3Header(sample, at)?.size;
      if (size === undefined) throw new Error('no frame begins here');
      found.push(sample.subarray(at, at + size));
      at += size;
    }
    return found;
  });
}

/** Frames in each sample, by its length in time. */
function framesPerSample({ table }: ReturnType<typeof virtual>, samplesPerFrame: number): number[] {
  const stts = table('stts');
  return Array.from({ length: stts.getUint32(4) }, (_, at) =>
    Array<number>(stts.getUint32(8 + at * 8)).fill(stts.getUint32(12 + at * 8) / samplesPerFrame),
  ).flat();
}

const frame = (bitrate: number): Uint8Array => mp3Frame({ bitrate });

describe('the virtual MP4', () => {
  it('holds exactly the frames of the file, stepping over tags and junk', () => {
    const [first, second, third] = [
      concat(frame(9), frame(5)),
      concat(frame(9), frame(9)),
      concat(frame(9), frame(1), frame(9)),
    ];
    // Runs of the same length and of another one: the chunk table folds only equal neighbours.
    const file = concat(
      id3Tag(33),
      first,
      mp3Frame({}),
      text('junk'),
      second,
      mp3Frame({}),
      id3Tag(5),
      third,
    );
    const made = virtual(file);
    expect(mp3FramesIn(made).map((one) => one.length)).toEqual([417, 208, 417, 417, 417, 417, 417, 104, 417]);
    // A sample does not reach over what was stepped over.
    expect(framesPerSample(made, 1152)).toEqual([3, 3, 3]);
  });

  it('is as long as it says, and its boxes fill it', () => {
    const made = virtual(mp3Frames(30));
    expect(made.whole).toHaveLength(made.mp4.size);
    expect([...made.places.keys()].filter((name) => !name.includes('/'))).toEqual(['ftyp', 'moov', 'mdat']);
    expect(made.places.get('mdat')).toEqual({ start: made.mp4.header.length, end: made.mp4.size });
  });

  it('gives every frame its time, the rate as time scale', () => {
    const made = virtual(mp3Frames(30, { version: 2, bitrate: 8 }));
    const { places, whole } = made;
    expect(framesPerSample(made, 576)).toEqual([30]);
    const mdhd = places.get('moov/trak/mdia/mdhd');
    expect(new DataView(whole.buffer, mdhd?.start).getUint32(20)).toBe(22_050);
  });

  it.each([
    { version: 1, objectType: 0x6b },
    { version: 2, objectType: 0x69 },
  ] as const)('names MPEG $version audio to the decoder', ({ version, objectType }) => {
    const stsd = virtual(mp3Frames(5, { version })).table('stsd');
    const bytes = new Uint8Array(stsd.buffer, stsd.byteOffset, stsd.byteLength);
    const esds = String.fromCharCode(...bytes).indexOf('esds');
    expect(bytes[esds + 4 + 4 + 2 + 3 + 2]).toBe(objectType);
  });

  it('leaves out frames of nothing but encoder delay and padding', () => {
    const made = virtual(concat(infoFrame({ delay: 576, padding: 1152 + 700 }), mp3Frames(10)));
    expect(mp3FramesIn(made)).toHaveLength(8);
    expect(made.mp4.fileStart).toBe(417 * 2);
  });

  it('keeps a frame even where delay and padding claim nearly all', () => {
    const made = virtual(concat(infoFrame({ delay: 4095, padding: 1000 }), mp3Frames(5)));
    expect(mp3FramesIn(made)).toHaveLength(1);
    const shown = (delay: number, padding: number): Uint8Array[] =>
      mp3FramesIn(virtual(concat(infoFrame({ delay, padding }), mp3Frames(5))));
    expect(shown(4000, 1700)).toHaveLength(1);
    expect(shown(4095, 4095)).toHaveLength(5);
  });

  it('lets a decoder begin at the first frame and every 5 s at most', () => {
    const made = virtual(mp3Frames(600, { needed: 300 }));
    const stss = made.table('stss');
    const places = Array.from({ length: stss.getUint32(4) }, (_, at) => stss.getUint32(8 + at * 4));
    const frames = framesPerSample(made, 1152);
    const starts = places.map((place) => frames.slice(0, place - 1).reduce((sum, count) => sum + count, 0));
    expect(starts).toEqual([0, 192, 384, 576]);
    expect(Math.max(...frames)).toBe(32);
  });

  it('steps over the header of each ADTS frame, and describes the frames in its place', () => {
    const made = virtual(concat(id3Tag(9), adtsFrames(12), text('junk'), adtsFrames(3, 90)), adtsFormat);
    const found = samples(made);
    expect(found.map((sample) => sample.length)).toEqual([...Array<number>(12).fill(193), 83, 83, 83]);
    expect(found.map((sample) => new Set(sample).size)).toEqual(Array<number>(15).fill(1));
    const stsd = made.table('stsd');
    const bytes = [...new Uint8Array(stsd.buffer, stsd.byteOffset, stsd.byteLength)];
    // DecoderSpecificInfo: AAC LC, 44.1 kHz, two channels.
    expect(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')).toContain('05021210');
  });

  it('is not made of pieces of another rate', () => {
    expect(faceOf(concat(mp3Frames(9), mp3Frames(9, { rate: 1 })), mp3Format)).toBeNull();
  });

  it('reads the same in any pieces', () => {
    const { read, whole, mp4 } = virtual(concat(id3Tag(9), mp3Frames(3)));
    for (const cut of [0, 1, mp4.header.length - 1, mp4.header.length, mp4.header.length + 1, mp4.size]) {
      expect(concat(read(0, cut), read(cut, mp4.size))).toEqual(whole);
    }
    expect(mapRange(mp4, mp4.size, mp4.size + 10)).toEqual([]);
  });
});
