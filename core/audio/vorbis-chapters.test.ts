import { expect, it } from 'vitest';
import { concat, text } from './made-audio.ts';
import { readVorbisChapters } from './vorbis-chapters.ts';

function counted(value: number): Uint8Array {
  return Uint8Array.of(value & 255, value >> 8, value >> 16, 0);
}

function comments(...lines: readonly string[]): Uint8Array {
  const written = lines.map((line) => new TextEncoder().encode(line));
  const parts = written.flatMap((line) => [counted(line.length), line]);
  return concat(counted(4), text('Test'), counted(lines.length), ...parts);
}

/** Ogg pages with these packets, the later ones spread over pages of one segment table each. */
function ogg(...packets: readonly Uint8Array[]): Uint8Array {
  const segments = packets.flatMap((packet) => {
    const whole = Array.from({ length: Math.floor(packet.length / 255) }, (_, at) =>
      packet.subarray(at * 255, at * 255 + 255),
    );
    return [...whole, packet.subarray(whole.length * 255)];
  });
  const pages: Uint8Array[] = [];
  for (let at = 0; at < segments.length; at += 3) {
    const inside = segments.slice(at, at + 3);
    const head = new Uint8Array(27);
    head.set(text('OggS'));
    head[26] = inside.length;
    pages.push(
      head,
      Uint8Array.from(inside, ({ length }) => length),
      ...inside,
    );
  }
  return concat(...pages);
}

const lines = [
  'TITLE=Not a chapter',
  'CHAPTER002=00:01:02.500',
  'chapter002name=Вторая глава',
  'CHAPTER001=00:00:00.000',
  'CHAPTER001NAME=First',
  'CHAPTER001URL=https://a.example/1',
  'CHAPTER002URL=javascript:alert(1)',
  `PICTURE=${'x'.repeat(2000)}`,
  'CHAPTER003=soon',
];
const expected = [
  { startMs: 0, title: 'First', link: 'https://a.example/1', listed: true },
  { startMs: 62_500, title: 'Вторая глава', listed: true },
];
const body = comments(...lines);
const flacBlock = concat(Uint8Array.of(0x84, 0, body.length >> 8, body.length & 255), body);

it.each([
  ['Opus', ogg(text('OpusHead'), concat(text('OpusTags'), body), text('sound'))],
  ['Vorbis', ogg(text('\u0001vorbis'), concat(text('\u0003vorbis'), body), text('\u0005vorbis'))],
  ['FLAC in Ogg', ogg(text('\u007fFLAC'), flacBlock)],
  ['FLAC', concat(text('fLaC'), Uint8Array.of(0, 0, 0, 34), new Uint8Array(34), flacBlock)],
])('are read from the comments of %s', (_, file) => {
  expect(readVorbisChapters(file)).toEqual(expected);
});

it('end where the bytes end, and are none in other bytes', () => {
  const file = ogg(text('OpusHead'), concat(text('OpusTags'), body));
  for (let end = 0; end < file.length; end += 7) {
    expect(readVorbisChapters(file.subarray(0, end)).length).toBeLessThanOrEqual(expected.length);
  }
  expect(readVorbisChapters(new Uint8Array(500).fill(255))).toEqual([]);
  expect(readVorbisChapters(text('fLaC'))).toEqual([]);
});
