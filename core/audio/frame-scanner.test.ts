import { describe, expect, it } from 'vitest';
import { adtsFrames, concat, id3Tag, infoFrame, mp3Frame, mp3Frames, text } from './made-audio.ts';
import { adtsFormat, mp3Format } from './frame-format.ts';
import type { FrameScan } from './frame-scanner.ts';
import { FrameScanner } from './frame-scanner.ts';
import type { FrameTable } from './frame-table.ts';
import { secondsOf } from './frame-table.ts';

function scan(file: Uint8Array, chunk = file.length || 1, format = mp3Format): FrameScan {
  const scanner = new FrameScanner(format, file.length);
  for (let at = 0; at < file.length; at += chunk) scanner.push(file.subarray(at, at + chunk));
  return scanner.end();
}

function index(file: Uint8Array, chunk?: number, format = mp3Format): FrameTable {
  const found = scan(file, chunk, format);
  if (found.kind !== 'indexed') throw new Error(found.kind);
  return found.table;
}

describe('frames', () => {
  it('are found with their sizes, alternating as padding asks', () => {
    const file = concat(mp3Frame({ padding: 1 }), mp3Frame({}), mp3Frame({ padding: 1 }));
    expect([...index(file).sizes]).toEqual([418, 417, 418]);
    expect(index(file)).toMatchObject({
      pieces: [{ firstFrame: 0, codec: 'mp3', sampleRate: 44_100, channels: 2, samplesPerFrame: 1152 }],
    });
  });

  it.each([
    { version: 2, bitrate: 8, rate: 0, sampleRate: 22_050, samples: 576, size: 208 },
    { version: 2.5, bitrate: 4, rate: 2, sampleRate: 8000, samples: 576, size: 288 },
  ] as const)('of MPEG $version are half as long in time', (made) => {
    const found = index(mp3Frames(5, made));
    expect(found).toMatchObject({ pieces: [{ sampleRate: made.sampleRate, samplesPerFrame: 576 }] });
    expect(new Set(found.sizes)).toEqual(new Set([made.size]));
  });

  it('give the same index however the bytes are cut', () => {
    const file = concat(
      id3Tag(300),
      infoFrame({ delay: 576, padding: 1000 }),
      mp3Frames(40),
      text('junk!'),
      mp3Frames(9),
    );
    expect(index(file, 1)).toEqual(index(file));
    expect(index(file, 7)).toEqual(index(file));
  });

  it('last 26.122 ms each at 44.1 kHz', () => {
    expect(secondsOf(index(mp3Frames(100)))).toBeCloseTo(2.6122, 4);
  });
});

describe('what is not sound', () => {
  it('is stepped over: tags at both ends, a tag and junk in the middle', () => {
    const id3v1 = concat(text('TAG'), new Uint8Array(125));
    const file = concat(
      id3Tag(50),
      mp3Frames(4),
      id3Tag(20),
      mp3Frames(4),
      text('not audio'),
      mp3Frames(4),
      id3v1,
    );
    const found = index(file);
    expect(found.sizes).toHaveLength(12);
    expect(found.runs).toEqual([
      { firstFrame: 0, offset: 60 },
      { firstFrame: 4, offset: 60 + 4 * 417 + 30 },
      { firstFrame: 8, offset: 60 + 8 * 417 + 39 },
    ]);
    expect(found.tags).toEqual([
      { offset: 0, size: 60 },
      { offset: 60 + 4 * 417, size: 30 },
    ]);
    expect(found.junkBytes).toBe(9);
  });

  it('includes an APE tag, even one that holds what looks like frames', () => {
    const items = mp3Frames(4);
    const head = new Uint8Array(32);
    head.set(text('APETAGEX'));
    new DataView(head.buffer).setUint32(12, items.length, true);
    new DataView(head.buffer).setUint32(20, 0x8000_0000 + 0x2000_0000, true);
    expect(index(concat(mp3Frames(4), head, items)).sizes).toHaveLength(4);
  });

  it('includes the Info frame, whose delay and padding are kept', () => {
    const found = index(concat(infoFrame({ delay: 576, padding: 1404 }), mp3Frames(10)));
    expect(found.sizes).toHaveLength(10);
    expect(found.gap).toEqual({ delay: 576, padding: 1404 });
  });

  it('is not made longer by a tag that claims more than the file holds', () => {
    const lying = id3Tag(10);
    lying[7] = 0x7f;
    expect(index(concat(lying, mp3Frames(6))).sizes).toHaveLength(6);
  });

  it('is not mistaken for sound when two sync bytes stand in it by chance', () => {
    const chance = mp3Frame({}).subarray(0, 4);
    expect(index(concat(mp3Frames(3), chance, text('x'.repeat(50)), mp3Frames(3))).sizes).toHaveLength(6);
  });
});

describe('damage', () => {
  it('leaves out a frame cut short at the end, and says so', () => {
    const found = index(mp3Frames(5).subarray(0, 4 * 417 + 100));
    expect(found.sizes).toHaveLength(4);
    expect(found.truncated).toBe(true);
  });

  it('notes where rate or channels change, and that a decoder begins there', () => {
    const file = concat(mp3Frames(5), mp3Frames(5, { mono: true }), mp3Frames(5, { rate: 1 }));
    const { pieces, syncFrames } = index(file);
    expect(pieces).toMatchObject([
      { firstFrame: 0, sampleRate: 44_100, channels: 2 },
      { firstFrame: 5, sampleRate: 44_100, channels: 1 },
      { firstFrame: 10, sampleRate: 48_000, channels: 2 },
    ]);
    expect(syncFrames).toEqual([0, 5, 10]);
    expect(secondsOf(index(file))).toBeCloseTo((10 * 1152) / 44_100 + (5 * 1152) / 48_000, 6);
  });

  it('tells free format from no MP3 at all', () => {
    expect(scan(mp3Frames(5, { bitrate: 0, length: 300 })).kind).toBe('free-format');
    expect(scan(text('<html>')).kind).toBe('no-frames');
    expect(scan(new Uint8Array(0)).kind).toBe('no-frames');
  });

  it('is taken as it comes: random bytes and endless sync end in an answer', () => {
    let seed = 3;
    const random = Uint8Array.from(
      { length: 200_000 },
      () => (seed = Math.imul(seed, 1103515245) + 12345) >>> 24,
    );
    const sync = Uint8Array.from({ length: 200_000 }, (_, at) => [0xff, 0xfb, 0x90, 0][at % 4] ?? 0);
    for (const file of [random, sync, new Uint8Array(100_000).fill(0xff), concat(text('ID3'), random)]) {
      expect(['indexed', 'no-frames', 'free-format']).toContain(scan(file, 4096).kind);
    }
  });
});

describe('ADTS', () => {
  it('frames are found among tags and junk, however the bytes are cut', () => {
    const file = concat(id3Tag(20), adtsFrames(6), text('junk'), adtsFrames(6));
    const found = index(file, undefined, adtsFormat);
    expect(found.sizes).toHaveLength(12);
    expect(found.pieces).toEqual([
      {
        firstFrame: 0,
        codec: 'aac',
        sampleRate: 44_100,
        channels: 2,
        samplesPerFrame: 1024,
        leftOut: 7,
        objectType: 2,
      },
    ]);
    expect(index(file, 3, adtsFormat)).toEqual(found);
  });

  it('is taken as it comes, too', () => {
    const sync = Uint8Array.from({ length: 50_000 }, (_, at) => [0xff, 0xf1, 0x50, 0x80, 1, 0][at % 6] ?? 0);
    expect(['indexed', 'no-frames']).toContain(scan(sync, 999, adtsFormat).kind);
  });
});
