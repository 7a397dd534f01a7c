import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from './containers.mjs';

const pictures = [16, 256, 512].map((size) => ({ size, png: Buffer.alloc(size, size % 251) }));

describe('icon files', () => {
  it('puts each picture where the .ico directory says, none over 256 pixels', () => {
    const ico = toIco(pictures);
    expect(ico.readUInt16LE(4)).toBe(2);
    for (const [index, picture] of pictures.slice(0, 2).entries()) {
      const at = 6 + 16 * index;
      const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
      expect(ico.readUInt8(at)).toBe(picture.size % 256);
      expect(ico.subarray(offset, offset + length)).toEqual(picture.png);
    }
  });

  it('chains the pictures of an .icns file by their lengths', () => {
    const icns = toIcns(pictures);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('latin1', at, at + 4));
    expect(types).toEqual(['icp4', 'ic08', 'ic09']);
  });
});
