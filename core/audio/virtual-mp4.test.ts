import { describe, expect, it } from 'vitest';
import { adtsFrames, concat, id3Tag, infoFrame, mp3Frame, mp3Frames, text } from './made-audio.ts';
import { cutToSound } from './cut-to-sound.ts';
import type { FrameFormat } from './frame-format.ts';
import { adtsFormat, mp3Format } from './frame-format.ts';
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
    expect(samples(made).map((sample) => sample.length)).toEqual([
      417, 208, 417, 417, 417, 417, 417, 104, 417,
    ]);
    expect(samples(made).every((sample) => sample[0] === 0xff && sample[1] === 0xfb)).toBe(true);
  });

  it('is as long as it says, and its boxes fill it', () => {
    const made = virtual(mp3Frames(30));
    expect(made.whole).toHaveLength(made.mp4.size);
    expect([...made.places.keys()].filter((name) => !name.includes('/'))).toEqual(['ftyp', 'moov', 'mdat']);
    expect(made.places.get('mdat')).toEqual({ start: made.mp4.header.length, end: made.mp4.size });
  });

  it('gives every frame its time: one entry, the rate as time scale', () => {
    const { table, places, whole } = virtual(mp3Frames(30, { version: 2, bitrate: 8 }));
    const stts = table('stts');
    expect([stts.getUint32(4), stts.getUint32(8), stts.getUint32(12)]).toEqual([1, 30, 576]);
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
    expect(samples(made)).toHaveLength(8);
    expect(made.mp4.fileStart).toBe(417 * 2);
  });

  it('keeps a frame even where delay and padding claim nearly all', () => {
    const made = virtual(concat(infoFrame({ delay: 4095, padding: 1000 }), mp3Frames(5)));
    expect(samples(made)).toHaveLength(1);
    expect(samples(virtual(concat(infoFrame({ delay: 4000, padding: 1700 }), mp3Frames(5))))).toHaveLength(1);
    expect(samples(virtual(concat(infoFrame({ delay: 4095, padding: 4095 }), mp3Frames(5))))).toHaveLength(5);
  });

  it('lets a decoder begin at the first frame and every 5 s at most', () => {
    const stss = virtual(mp3Frames(600, { needed: 300 })).table('stss');
    expect(stss.getUint32(8)).toBe(1);
    expect(stss.getUint32(4)).toBe(4);
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
