import { describe, expect, it } from 'vitest';
import { readId3Chapters } from './id3-chapters.ts';
import { concat, id3Tag, text } from './made-audio.ts';

type Major = 3 | 4;

const u32 = (value: number): Uint8Array =>
  Uint8Array.from([24, 16, 8, 0], (shift) => (value >>> shift) & 0xff);
const syncsafe = (value: number): Uint8Array =>
  Uint8Array.from([21, 14, 7, 0], (shift) => (value >>> shift) & 0x7f);
const sizeOf = (length: number, major: Major): Uint8Array => (major === 4 ? syncsafe(length) : u32(length));

function frame(id: string, body: Uint8Array, made: { major?: Major; flags?: number } = {}): Uint8Array {
  const { major = 4, flags = 0 } = made;
  return concat(text(id), sizeOf(body.length, major), Uint8Array.of(0, flags), body);
}

function chapter(id: string, times: readonly [number, number], ...parts: readonly Uint8Array[]): Uint8Array {
  return concat(text(`${id}\0`), u32(times[0]), u32(times[1]), new Uint8Array(8).fill(255), ...parts);
}

const latin = (letters: string): Uint8Array => concat(Uint8Array.of(0), text(letters));

describe.each([3, 4] as const)('chapters of ID3v2.%i', (major) => {
  const titled = (id: string, start: number, title: Uint8Array): Uint8Array =>
    frame('CHAP', chapter(id, [start, start + 1000], frame('TIT2', title, { major })), { major });

  it('are read by start, with title and end', () => {
    const tag = id3Tag(concat(titled('b', 1000, latin('Two')), titled('a', 0, latin('One'))), major);
    expect(readId3Chapters(tag)).toEqual([
      { startMs: 0, endMs: 1000, title: 'One', listed: true },
      { startMs: 1000, endMs: 2000, title: 'Two', listed: true },
    ]);
  });

  it('have titles in every encoding', () => {
    const word = 'Часть';
    const little = Uint8Array.from(
      Array.from(word).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    const big = little.map((_, at) => little[at ^ 1] ?? 0);
    const made = [
      concat(Uint8Array.of(1, 0xff, 0xfe), little, Uint8Array.of(0, 0)),
      concat(Uint8Array.of(1, 0xfe, 0xff), big),
      concat(Uint8Array.of(2), big),
      concat(Uint8Array.of(3), new TextEncoder().encode(word)),
    ];
    const tag = id3Tag(concat(...made.map((title, at) => titled(`c${at}`, at, title))), major);
    expect(readId3Chapters(tag).map(({ title }) => title)).toEqual([word, word, word, word]);
  });

  it('are unlisted when a table of contents leaves them out', () => {
    const contents = frame('CTOC', concat(text('toc\0'), Uint8Array.of(3, 1), text('a\0')), { major });
    const tag = id3Tag(
      concat(contents, titled('a', 0, latin('One')), titled('b', 1, latin('Picture'))),
      major,
    );
    expect(readId3Chapters(tag).map(({ listed }) => listed)).toEqual([true, false]);
  });

  it('have web links and no others', () => {
    const linked = (id: string, address: string): Uint8Array =>
      frame('CHAP', chapter(id, [0, 1], frame('WXXX', concat(latin('about\0'), text(address)), { major })), {
        major,
      });
    const tag = id3Tag(concat(linked('a', 'https://a.example/x'), linked('b', 'javascript:alert(1)')), major);
    expect(readId3Chapters(tag).map(({ link }) => link)).toEqual(['https://a.example/x', undefined]);
  });
});

it('reads frames of 2.4 whose sizes are plain, as some writers make them', () => {
  const title = frame('TIT2', latin('x'.repeat(200)), { major: 3 });
  const tag = id3Tag(concat(frame('CHAP', chapter('a', [0, 9], title), { major: 3 }), new Uint8Array(20)), 4);
  expect(readId3Chapters(tag)[0]?.title).toBe('x'.repeat(200));
});

it('undoes unsynchronisation', () => {
  const body = chapter('a', [0, 0x00ff_0010], frame('TIT2', latin('T')));
  const stuffed = Uint8Array.from([...body].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
  const tag = id3Tag(frame('CHAP', stuffed, { flags: 2 }));
  tag[3] = 4;
  expect(readId3Chapters(tag)).toEqual([{ startMs: 0, endMs: 0x00ff_0010, title: 'T', listed: true }]);
});

it('gives what can be read of damaged tags', () => {
  const good = frame('CHAP', chapter('a', [5, 9], frame('TIT2', latin('Good'))));
  const endless = concat(text('CHAP'), Uint8Array.of(0x7f, 0x7f, 0x7f, 0x7f, 0, 0), text('b\0'));
  expect(readId3Chapters(id3Tag(concat(good, endless), 4))).toHaveLength(1);
  expect(readId3Chapters(id3Tag(concat(good, frame('CHAP', text('no end'))), 4))).toHaveLength(1);
  const whole = id3Tag(concat(good, good), 4);
  for (let length = 0; length < whole.length; length++)
    expect(readId3Chapters(whole.subarray(0, length))).toEqual([]);
});
