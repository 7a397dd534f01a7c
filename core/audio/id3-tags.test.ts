import { describe, expect, it } from 'vitest';
import { readAttachedPicture } from './attached-picture.ts';
import { readId3Tags, readId3v1Tags } from './id3-tags.ts';
import { concat, id3Tag, text } from './made-audio.ts';

const u32 = (value: number): Uint8Array =>
  Uint8Array.from([24, 16, 8, 0], (shift) => (value >>> shift) & 0xff);

function frame(id: string, body: Uint8Array): Uint8Array {
  return concat(text(id), u32(body.length), Uint8Array.of(0, 0), body);
}

const latin = (letters: string): Uint8Array => concat(Uint8Array.of(0), text(letters));
const utf8 = (letters: string): Uint8Array => concat(Uint8Array.of(3), new TextEncoder().encode(letters));
/** «Привет» as a Russian Windows of 2003 wrote it, under the name of Latin-1. */
const cp1251 = Uint8Array.of(0, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2);

describe('readId3Tags', () => {
  it('reads what players show, and what names the episode', () => {
    const tag = id3Tag(
      concat(
        frame('TIT2', utf8('Прогулка у моря')),
        frame('TALB', latin('Harbour')),
        frame('TPE1', latin('Ann')),
        frame('TPE2', latin('Harbour Radio')),
        frame('TRCK', latin('12/40')),
        frame('TYER', latin('2020')),
        frame('TDRL', latin('2026-11-22')),
        frame('TCON', latin('(101)Speech')),
        frame('TGID', latin('guid-12')),
        frame('WOAF', text('https://host.example/12.mp3')),
        frame('TXXX', latin('Podcast GUID\0other-guid')),
        frame('TXXX', latin('replaygain\0-3 dB')),
        frame('COMM', concat(Uint8Array.of(0), text('eng'), text('iTunNORM\0 0000'))),
        frame('COMM', concat(Uint8Array.of(0), text('eng'), text('\0About the sea.'))),
      ),
    );
    expect(readId3Tags(tag)).toEqual({
      title: 'Прогулка у моря',
      album: 'Harbour',
      artist: 'Ann',
      albumArtist: 'Harbour Radio',
      track: 12,
      date: '2026-11-22',
      genre: 'Speech',
      description: 'About the sea.',
      identifiers: ['guid-12', 'https://host.example/12.mp3', 'other-guid'],
    });
  });

  it('reads what is called Latin-1 as what it is', () => {
    const unnamed = (body: Uint8Array) => readId3Tags(id3Tag(frame('TIT2', body))).title;
    expect(unnamed(cp1251)).toBe('Привет');
    expect(unnamed(concat(Uint8Array.of(0), new TextEncoder().encode('Привет')))).toBe('Привет');
    expect(unnamed(latin('Été à la mer'))).toBe('Été à la mer');
  });

  it('reads ID3v2.2 and a tag of which only the beginning is here', () => {
    const v2 = concat(text('TT2'), Uint8Array.of(0, 0, 4), latin('Sea'));
    const tag = id3Tag(v2);
    tag[3] = 2;
    expect(readId3Tags(tag).title).toBe('Sea');
    const long = id3Tag(concat(frame('TIT2', latin('Sea')), frame('APIC', new Uint8Array(5000))));
    expect(readId3Tags(long.subarray(0, 100)).title).toBe('Sea');
  });

  it.each([[id3Tag(frame('COMM', Uint8Array.of(0)))], [id3Tag(frame('TRCK', latin('none')))], [text('ID3')]])(
    'takes damaged tags',
    (tag) => {
      expect(readId3Tags(tag)).toEqual({ identifiers: [] });
    },
  );

  it('reads the tag at the end of old files', () => {
    const tag = new Uint8Array(128);
    tag.set(text('TAG'));
    tag.set(text('Sea'), 3);
    tag.set(text('2003'), 93);
    tag.set([0, 7], 125);
    expect(readId3v1Tags(concat(text('sound'), tag))).toEqual({
      title: 'Sea',
      date: '2003',
      track: 7,
      identifiers: [],
    });
    expect(readId3v1Tags(new Uint8Array(128))).toEqual({ identifiers: [] });
  });
});

describe('readAttachedPicture', () => {
  const apic = (type: number, bytes: string): Uint8Array =>
    frame('APIC', concat(Uint8Array.of(0), text('image/png\0'), Uint8Array.of(type), text(`what\0${bytes}`)));

  it('takes the front cover, else the first picture', () => {
    const both = id3Tag(concat(apic(4, 'back'), apic(3, 'front')));
    expect(readAttachedPicture('mp3', both)).toEqual(text('front'));
    expect(readAttachedPicture('mp3', id3Tag(apic(4, 'back')))).toEqual(text('back'));
    expect(readAttachedPicture('mp3', id3Tag(frame('TIT2', latin('Sea'))))).toBeNull();
  });

  it('finds that of a FLAC file', () => {
    const block = concat(
      u32(3),
      u32(9),
      text('image/png'),
      u32(0),
      new Uint8Array(16),
      u32(5),
      text('front'),
    );
    const head = concat(text('fLaC'), Uint8Array.of(0x86, 0, 0, block.length), block);
    expect(readAttachedPicture('flac', head)).toEqual(text('front'));
    expect(readAttachedPicture('flac', head.subarray(0, 30))).toBeNull();
  });
});
