import { expect, it } from 'vitest';
import { concat, id3Tag, mp3Frame, mp3Frames, text } from './made-audio.ts';
import { sniffAudio } from './sniff-audio.ts';

const wide = (letters: string, low: 0 | 1): Uint8Array =>
  Uint8Array.from(
    Array.from(letters).flatMap((letter) =>
      low === 0 ? [letter.charCodeAt(0), 0] : [0, letter.charCodeAt(0)],
    ),
  );
const page = '<!DOCTYPE html><html><body>Sign in</body></html>';

it.each([
  ['mp3 by its frames', 'mp3', mp3Frames(3)],
  ['mp3 of one frame whose end is not here', 'mp3', mp3Frame({}).subarray(0, 100)],
  ['mp3 behind a tag longer than what is here', 'mp3', id3Tag(5000).subarray(0, 1000)],
  ['mp3 behind some junk', 'mp3', concat(Uint8Array.of(0, 1, 2, 3), mp3Frames(3))],
  ['flac behind an ID3 tag', 'flac', concat(id3Tag(20), text('fLaC'), new Uint8Array(20))],
  ['mp4', 'mp4', concat(Uint8Array.of(0, 0, 0, 20), text('ftypM4A '), new Uint8Array(20))],
  ['adts', 'adts', Uint8Array.of(0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc)],
  ['ogg', 'ogg', concat(text('OggS'), new Uint8Array(20))],
  ['wav', 'wav', concat(text('RIFF'), Uint8Array.of(1, 0, 0, 0), text('WAVEfmt '))],
  ['a page', 'html', text(page)],
  ['a page after white space and comments', 'html', text(`\r\n\t <!-- a --> <!-- b -->\n${page}`)],
  ['a page after a byte order mark', 'html', concat(Uint8Array.of(0xef, 0xbb, 0xbf), text(page))],
  ['a page in UTF-16, little end first', 'html', concat(Uint8Array.of(0xff, 0xfe), wide(page, 0))],
  ['a page in UTF-16, big end first', 'html', concat(Uint8Array.of(0xfe, 0xff), wide(page, 1))],
  ['a page in UTF-16 without a mark', 'html', wide(page, 0)],
  ['a page that is all comment', 'html', text(`<!-- ${'x'.repeat(9000)}`)],
  ['a JSON message', 'text', text('{"error": "gone"}')],
  ['an XML message', 'text', text('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
  ['nothing', 'empty', new Uint8Array(0)],
  ['zeros', 'empty', new Uint8Array(4096)],
  ['data of no kind', 'unknown', Uint8Array.of(1, 2, 3, 4, 5, 0x80, 0x90)],
])('knows %s', (_, kind, bytes) => {
  expect(sniffAudio(bytes)).toBe(kind);
});

it('is quick with thousands of comments, which once were read in every combination', () => {
  expect(sniffAudio(text('<!---->'.repeat(2000)))).toBe('text');
});
