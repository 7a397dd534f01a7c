import { describe, expect, it } from 'vitest';
import { concat, text } from './made-audio.ts';
import { box, fullBox, u16, u32, u64, u8, zeros } from './mp4-boxes.ts';
import { readMp4SoundTrack } from './mp4-sound-track.ts';

const plain = { version: 0, flags: 0 } as const;
const mvhd = fullBox('mvhd', plain, u32(0, 0, 1000, 2000));
const mdhd = fullBox('mdhd', plain, u32(0, 0, 48_000, 96_000));
const config = u8(0x11, 0x90);

function esds(objectType = 0x40): Uint8Array {
  const specific = concat(u8(5, 0x80, 0x80, 0x80, config.length), config);
  const decoder = concat(u8(4, 13 + specific.length, objectType), zeros(12), specific);
  return fullBox('esds', plain, u8(3, 3 + decoder.length), u8(0, 1, 0), decoder);
}

function entry(...boxes: readonly Uint8Array[]): Uint8Array {
  return box('mp4a', zeros(8), u16(0), zeros(18), ...boxes);
}

interface Made {
  readonly description?: Uint8Array;
  readonly tables?: readonly Uint8Array[];
  readonly edits?: Uint8Array;
  readonly rest?: readonly Uint8Array[];
}

const usual = [
  fullBox('stsz', plain, u32(0, 5, 10, 20, 30, 40, 50)),
  fullBox('stsc', plain, u32(2, 1, 2, 1, 2, 1, 1)),
  fullBox('stco', plain, u32(4, 1000, 2000, 3000, 4000)),
];

function movie({ description = entry(esds()), tables = usual, edits, rest = [] }: Made = {}): Uint8Array {
  const stbl = box('stbl', fullBox('stsd', plain, u32(1), description), ...tables);
  const media = box('mdia', mdhd, box('minf', stbl));
  const track = box('trak', ...(edits ? [box('edts', edits)] : []), media);
  return box('moov', mvhd, track, ...rest);
}

const read = (made?: Made) => {
  const track = readMp4SoundTrack(movie(made));
  return track && { ...track, places: [...track.places].map(({ offset, size }) => [offset, size]) };
};

describe('the sound track of an MP4', () => {
  it('has its set-up and its frames, chunk by chunk', () => {
    expect(read()).toEqual({
      config,
      places: [
        [1000, 10],
        [1010, 20],
        [2000, 30],
        [3000, 40],
        [4000, 50],
      ],
      startSeconds: 0,
      seconds: undefined,
    });
  });

  it('knows frames of one size, and chunks beyond 4 GB', () => {
    const tables = [
      fullBox('stsz', plain, u32(7, 3)),
      fullBox('stsc', plain, u32(1, 1, 2, 1)),
      fullBox('co64', plain, u32(2), u64(5_000_000_000, 6_000_000_000)),
    ];
    expect(read({ tables })?.places).toEqual([
      [5_000_000_000, 7],
      [5_000_000_007, 7],
      [6_000_000_000, 7],
    ]);
  });

  it('finds the set-up where QuickTime puts it', () => {
    const description = box('mp4a', zeros(8), u16(1), zeros(34), box('wave', esds()));
    expect(read({ description })?.config).toEqual(config);
  });

  it('is none when it is MP3, another codec, protected or in fragments', () => {
    expect(read({ description: entry(esds(0x6b)) })).toBeNull();
    expect(read({ description: box('alac', zeros(28), esds()) })).toBeNull();
    expect(read({ description: box('enca', zeros(28), esds()) })).toBeNull();
    expect(read({ tables: [fullBox('stsz', plain, u32(0, 0)), ...usual.slice(1)] })).toBeNull();
  });

  it('begins where its one edit does, and ends with it', () => {
    const edits = fullBox('elst', plain, u32(1, 1500, 1024, 0x1_0000));
    expect(read({ edits })).toMatchObject({ startSeconds: 1024 / 48_000, seconds: 1.5 });
    const long = fullBox('elst', { version: 1, flags: 0 }, u32(1), u64(0, 2112), u32(0x1_0000));
    expect(read({ edits: long })).toMatchObject({ startSeconds: 2112 / 48_000, seconds: undefined });
    const paused = fullBox('elst', plain, u32(2, 100, 0xffff_ffff, 0x1_0000, 0, 1024, 0x1_0000));
    expect(read({ edits: paused })).toMatchObject({ startSeconds: 1024 / 48_000 });
    const cut = fullBox('elst', plain, u32(2, 100, 0, 0x1_0000, 100, 9600, 0x1_0000));
    expect(read({ edits: cut })).toMatchObject({ startSeconds: 0, seconds: undefined });
  });

  it('begins as iTunes notes it where there is no edit', () => {
    const numbers = ' 00000000 00000840 000001CA 0000000000014DF6 00000000 00000000';
    const note = box(
      '----',
      fullBox('mean', plain, text('com.apple.iTunes')),
      fullBox('name', plain, text('iTunSMPB')),
      fullBox('data', { version: 0, flags: 1 }, zeros(4), text(numbers)),
    );
    const rest = [box('udta', fullBox('meta', plain, box('ilst', note)))];
    expect(read({ rest })).toMatchObject({ startSeconds: 2112 / 48_000, seconds: 85_494 / 48_000 });
  });

  it('never throws or runs on, however damaged', () => {
    const whole = movie({ edits: fullBox('elst', plain, u32(1, 1500, 1024, 0x1_0000)) });
    for (let at = 0; at < whole.length; at += 1)
      for (const value of [0, 1, 0x7f, 0xff]) {
        const bytes = whole.slice();
        bytes[at] = value;
        const track = readMp4SoundTrack(bytes);
        let places = 0;
        for (const place of track?.places ?? []) if (place.size >= 0) places += 1;
        expect(places).toBeLessThanOrEqual(whole.length);
      }
    for (let end = 0; end < whole.length; end += 1) readMp4SoundTrack(whole.subarray(0, end));
  });
});
