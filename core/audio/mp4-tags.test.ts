import { expect, it } from 'vitest';
import { readAttachedPicture } from './attached-picture.ts';
import { text } from './made-audio.ts';
import { box, fullBox, u16, u32, zeros } from './mp4-boxes.ts';
import { readMp4Tags } from './mp4-tags.ts';

const utf8 = (letters: string): Uint8Array => new TextEncoder().encode(letters);

function item(type: string, content: Uint8Array): Uint8Array {
  return box(type, box('data', u32(1, 0), content));
}

function moov(...items: readonly Uint8Array[]): Uint8Array {
  const hdlr = fullBox('hdlr', { version: 0, flags: 0 }, zeros(20));
  const meta = fullBox('meta', { version: 0, flags: 0 }, hdlr, box('ilst', ...items));
  return box('moov', box('udta', meta));
}

it('reads the list of iTunes', () => {
  const tags = readMp4Tags(
    moov(
      item('\u00a9nam', utf8('Прогулка')),
      item('\u00a9alb', utf8('Harbour')),
      item('desc', utf8('Short.')),
      item('ldes', utf8('The longer text.')),
      item('egid', utf8('guid-12')),
      item('trkn', u16(0, 12, 40, 0)),
    ),
  );
  expect(tags).toEqual({
    title: 'Прогулка',
    album: 'Harbour',
    description: 'The longer text.',
    track: 12,
    identifiers: ['guid-12'],
  });
});

it('gives the cover', () => {
  expect(readAttachedPicture('mp4', moov(item('covr', text('picture'))))).toEqual(text('picture'));
  expect(readAttachedPicture('mp4', moov(item('covr', text('picture'))).subarray(0, 60))).toBeNull();
});

it('takes a movie without tags', () => {
  expect(readMp4Tags(box('moov', zeros(12)))).toEqual({ identifiers: [] });
});
