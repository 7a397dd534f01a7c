import { expect, it } from 'vitest';
import { concat, text } from './made-audio.ts';
import { sniffAudio } from './sniff-audio.ts';
import { hasWebmPicture } from './webm-picture.ts';

const ebml = concat(
  Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84),
  text('webm'),
  new Uint8Array(40),
);
const codec = (name: string): Uint8Array => concat(Uint8Array.of(0x86, 0x80 | name.length), text(name));

it('tells WebM, and whether it has moving pictures or sound alone', () => {
  const film = concat(ebml, codec('A_OPUS'), codec('V_VP9'));
  const sound = concat(ebml, codec('A_OPUS'), text('V_VP9'), Uint8Array.of(0x86));
  expect([film, sound].map(sniffAudio)).toEqual(['webm', 'webm']);
  expect([film, sound].map(hasWebmPicture)).toEqual([true, false]);
});
