import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pictureKind } from './picture-kind.ts';
import { pictureSize } from './picture-size.ts';

const made = (size: number, fill: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size);
  fill(new DataView(bytes.buffer));
  return bytes;
};
const letters = (view: DataView, at: number, text: string): void =>
  Array.from(text).forEach((letter, offset) => view.setUint8(at + offset, letter.charCodeAt(0)));

it.each([
  [
    'image/png',
    made(24, (view) => {
      view.setUint32(16, 70_000);
      view.setUint32(20, 60_000);
    }),
    { width: 70_000, height: 60_000 },
  ],
  [
    'image/gif',
    made(10, (view) => {
      view.setUint16(6, 9000, true);
      view.setUint16(8, 8000, true);
    }),
    { width: 9000, height: 8000 },
  ],
  [
    'image/jpeg behind other segments',
    made(40, (view) => {
      [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xc4, 0, 3, 0, 0xff, 0xff, 0xc2, 0, 11, 8].forEach(
        (byte, at) => view.setUint8(at, byte),
      );
      view.setUint16(21, 600);
      view.setUint16(23, 800);
    }),
    { width: 800, height: 600 },
  ],
  [
    'image/webp lossy',
    made(30, (view) => {
      letters(view, 12, 'VP8 ');
      view.setUint16(26, 0x4000 | 640, true);
      view.setUint16(28, 480, true);
    }),
    { width: 640, height: 480 },
  ],
  [
    'image/webp lossless',
    made(30, (view) => {
      letters(view, 12, 'VP8L');
      view.setUint32(21, (479 << 14) | 639, true);
    }),
    { width: 640, height: 480 },
  ],
  [
    'image/webp extended',
    made(30, (view) => {
      letters(view, 12, 'VP8X');
      view.setUint16(24, 0xffff, true);
      view.setUint8(26, 1);
      view.setUint16(27, 99, true);
    }),
    { width: 131_072, height: 100 },
  ],
  [
    'image/avif',
    made(60, (view) => {
      letters(view, 30, 'ispe');
      view.setUint32(38, 4000);
      view.setUint32(42, 3000);
    }),
    { width: 4000, height: 3000 },
  ],
  ['image/png cut short', made(10, () => undefined), null],
  ['image/jpeg without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), null],
])('reads the size of %s', (name, bytes, expected) => {
  expect(pictureSize(bytes, name.split(' ')[0] ?? '')).toEqual(expected);
});

it('knows the pictures of the sample show', () => {
  const covers = readdirSync('sample').filter((name) => /\.(png|jpe?g|webp)$/.test(name));
  for (const cover of covers) {
    const bytes = readFileSync(path.join('sample', cover));
    expect(pictureSize(bytes, pictureKind(bytes) ?? '')?.width).toBeGreaterThan(100);
  }
  expect(covers).not.toEqual([]);
});
