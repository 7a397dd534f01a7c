import { describe, expect, it } from 'vitest';
import { accentOf } from './accent.ts';
import { blend, contrast, parseHex } from './colour.ts';

const light = { grounds: ['#fbfaf7', '#f3f1ec', '#ffffff'], dark: false };
const dark = { grounds: ['#151413', '#1b1a18', '#211f1d'], dark: true };

function cover(...colours: readonly string[]): Uint8ClampedArray {
  const pixels = colours.flatMap((hex) => {
    const { red, green, blue } = parseHex(hex);
    return [red, green, blue, 255];
  });
  return new Uint8ClampedArray(pixels);
}

describe('accentOf', () => {
  const covers = ['#ffe600', '#00ff88', '#ff0000', '#0000ff', '#7a2e2e', '#b0c4de', '#ff69b4', '#102030'];

  it.each(covers)('is readable on every ground and on its own tint, in both themes: %s', (hex) => {
    for (const theme of [light, dark]) {
      const found = accentOf(cover(hex), theme);
      if (found === null) continue;
      const accent = parseHex(found.accent);
      const share = Number.parseInt(found.soft.slice(7), 16) / 255;
      for (const ground of theme.grounds.map(parseHex)) {
        expect(contrast(accent, blend(accent, ground, share))).toBeGreaterThanOrEqual(4.49);
      }
      expect(contrast(parseHex(found.ink), accent)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the hue of the cover', () => {
    const found = parseHex(accentOf(cover('#1133cc', '#1133cc', '#ffffff'), light)!.accent);
    expect(found.blue).toBeGreaterThan(found.red);
    expect(found.blue).toBeGreaterThan(found.green);
  });

  it('takes the hue that covers most, not the first', () => {
    const found = parseHex(accentOf(cover('#1133cc', '#cc2211', '#cc2211', '#cc2211'), light)!.accent);
    expect(found.red).toBeGreaterThan(found.blue);
  });

  it('has nothing to say about a grey cover', () => {
    expect(accentOf(cover('#808080', '#ffffff', '#000000'), light)).toBeNull();
  });
});
