import { describe, expect, it } from 'vitest';
import { concat, text } from './made-audio.ts';
import { box, fullBox, u16, u32, u64, u8, zeros } from './mp4-boxes.ts';
import { readMp4ChapterTitle, readMp4Movie } from './mp4-chapters.ts';

const plain = { version: 0, flags: 0 } as const;
const mvhd = fullBox('mvhd', plain, u32(0, 0, 1000, 90_500));
const tkhd = (id: number): Uint8Array => fullBox('tkhd', plain, u32(0, 0, id, 0, 0));

function chapterTrack(): Uint8Array {
  const stbl = box(
    'stbl',
    fullBox('stts', plain, u32(2, 1, 600, 2, 300)),
    fullBox('stsz', plain, u32(0, 3, 10, 20, 30)),
    fullBox('stsc', plain, u32(2, 1, 2, 1, 2, 1, 1)),
    fullBox('stco', plain, u32(2, 5000, 9000)),
  );
  const mdhd = fullBox('mdhd', plain, u32(0, 0, 600, 1200));
  return box('trak', tkhd(2), box('mdia', mdhd, box('minf', stbl)));
}

describe('an MP4 movie', () => {
  it('tells its length, in either version of the box', () => {
    expect(readMp4Movie(box('moov', mvhd)).durationMs).toBe(90_500);
    const long = fullBox('mvhd', { version: 1, flags: 0 }, u64(0, 0), u32(48_000), u64(48_000 * 7200));
    expect(readMp4Movie(box('moov', long)).durationMs).toBe(7_200_000);
  });

  it('has the chapters of a chpl box', () => {
    const entry = (ms: number, title: string): Uint8Array => {
      const letters = new TextEncoder().encode(title);
      return concat(u64(ms * 10_000), u8(letters.length), letters);
    };
    const chpl = fullBox(
      'chpl',
      { version: 1, flags: 0 },
      zeros(4),
      u8(2),
      entry(0, 'Начало'),
      entry(61_500, 'End'),
    );
    expect(readMp4Movie(box('moov', mvhd, box('udta', chpl))).chapters).toEqual([
      { startMs: 0, title: 'Начало', listed: true },
      { startMs: 61_500, title: 'End', listed: true },
    ]);
  });

  it('points at the titles of a chapter track, chunk by chunk', () => {
    const audio = box('trak', tkhd(1), box('tref', box('chap', u32(2))));
    expect(readMp4Movie(box('moov', mvhd, audio, chapterTrack())).titles).toEqual([
      { offset: 5000, size: 10, startMs: 0 },
      { offset: 5010, size: 20, startMs: 1000 },
      { offset: 9000, size: 30, startMs: 1500 },
    ]);
  });

  it.each([
    ['as it stands in most', fullBox('elst', plain, u32(1, 90_000, 2112, 0x10000)), 2112 / 44.1],
    [
      'in the wide form',
      fullBox('elst', { version: 1, flags: 0 }, u32(1), u64(90_000, 1024), u32(0x10000)),
      1024 / 44.1,
    ],
    ['not where something was cut out', fullBox('elst', plain, u32(1, 90_000, 441_000, 0x10000)), 0],
    ['not where it begins with nothing', fullBox('elst', plain, u32(1, 500, 0xffff_ffff, 0x10000)), 0],
    [
      'not where there are several',
      fullBox('elst', plain, u32(2, 500, 1024, 0x10000, 500, 9000, 0x10000)),
      0,
    ],
    ['not where the list is cut short', fullBox('elst', plain, u32(1, 90_000)), 0],
  ])('tells the delay of an encoder: %s', (_what, list, delayMs) => {
    const mdia = box(
      'mdia',
      fullBox('mdhd', plain, u32(0, 0, 44_100, 1200)),
      fullBox('hdlr', plain, u32(0), text('soun'), zeros(13)),
    );
    const movie = readMp4Movie(box('moov', mvhd, box('trak', tkhd(1), box('edts', list), mdia)));
    expect(movie.delayMs).toBeCloseTo(delayMs, 6);
  });

  it('knows moving pictures from the pictures of chapters', () => {
    const film = box('trak', tkhd(2), box('mdia', fullBox('hdlr', plain, u32(0), text('vide'), zeros(13))));
    const sound = box('trak', tkhd(1), box('mdia', fullBox('hdlr', plain, u32(0), text('soun'), zeros(13))));
    const chaptered = box('trak', tkhd(1), box('tref', box('chap', u32(2))));
    expect(readMp4Movie(box('moov', mvhd, sound, film)).hasPicture).toBe(true);
    expect(readMp4Movie(box('moov', mvhd, sound)).hasPicture).toBe(false);
    expect(readMp4Movie(box('moov', mvhd, chaptered, film)).hasPicture).toBe(false);
  });

  it('gives what can be read when it is cut anywhere or lies about its tables', () => {
    const whole = box('moov', mvhd, box('trak', tkhd(1), box('tref', box('chap', u32(2)))), chapterTrack());
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.slice(0, length);
      if (length >= 4) new DataView(cut.buffer).setUint32(0, length);
      expect(readMp4Movie(cut).chapters).toEqual([]);
      const lying = whole.slice();
      lying[length] = 0xff;
      expect(readMp4Movie(lying).titles.length).toBeLessThanOrEqual(10_000);
    }
  });
});

it('reads titles in UTF-8 and UTF-16, and no further than they say', () => {
  expect(readMp4ChapterTitle(concat(u16(3), text('One and more')))).toBe('One');
  expect(readMp4ChapterTitle(concat(u16(6), u16(0xfeff, 0x41, 0x416)))).toBe('AЖ');
  expect(readMp4ChapterTitle(u8(0))).toBe('');
});
