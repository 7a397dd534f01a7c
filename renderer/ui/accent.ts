import type { Colour, Oklab } from './colour.ts';
import { blend, contrast, fromOklab, parseHex, toHex, toOklab } from './colour.ts';

export interface Accent {
  readonly accent: string;
  readonly soft: string;
  readonly ink: string;
}

export interface Grounds {
  /** Everything the accent is written on, `#rrggbb`. */
  readonly grounds: readonly string[];
  readonly dark: boolean;
}

const readable = 4.5;
const hues = 24;
/** Greys below this say nothing about a cover's colour. */
const leastChroma = 0.035;
const chromaRange = { least: 0.06, most: 0.13 };

/**
 * The accent of a cover: its strongest hue, made as light or dark as it must be to be read at 4.5:1 on every ground and on
 * its own soft tint. `null` when the cover is grey or no lightness will do: keep the usual accent.
 */
export function accentOf(pixels: Uint8ClampedArray, { grounds, dark }: Grounds): Accent | null {
  const hue = strongestHue(pixels);
  if (hue === null) return null;
  const share = dark ? 0.19 : 0.133;
  const papers = grounds.map(parseHex);
  for (let step = 0; step <= 60; step += 1) {
    const lightness = dark ? 0.68 + step * 0.005 : 0.56 - step * 0.005;
    const colour = rounded(fromOklab({ ...hue, lightness }));
    const isReadable = papers.every((paper) => contrast(colour, blend(colour, paper, share)) >= readable);
    if (isReadable) return describe(colour, share);
  }
  return null;
}

function describe(colour: Colour, share: number): Accent {
  const accent = toHex(colour);
  const alpha = Math.round(share * 255).toString(16);
  return { accent, soft: `${accent}${alpha}`, ink: inkOn(colour) };
}

function inkOn(colour: Colour): string {
  const [white, black] = ['#ffffff', '#14110d'];
  return contrast(parseHex(white), colour) >= readable ? white : black;
}

const rounded = (colour: Colour): Colour => parseHex(toHex(colour));

/** Hue and chroma of the colour that covers most, weighed by how strong it is; lightness of no matter. */
function strongestHue(pixels: Uint8ClampedArray): Oklab | null {
  const weights = new Array<number>(hues).fill(0);
  const sums = weights.map(() => ({ a: 0, b: 0 }));
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if (pixels[at + 3]! < 128) continue;
    const { a, b } = toOklab({ red: pixels[at]!, green: pixels[at + 1]!, blue: pixels[at + 2]! });
    const chroma = Math.hypot(a, b);
    if (chroma < leastChroma) continue;
    const bin = Math.min(hues - 1, Math.floor(((Math.atan2(b, a) + Math.PI) / (2 * Math.PI)) * hues));
    weights[bin]! += chroma;
    sums[bin]!.a += a * chroma;
    sums[bin]!.b += b * chroma;
  }
  const best = weights.indexOf(Math.max(...weights));
  const weight = weights[best]!;
  if (weight < (pixels.length / 4) * 0.004) return null;
  return withChroma(sums[best]!.a / weight, sums[best]!.b / weight);
}

function withChroma(a: number, b: number): Oklab {
  const chroma = Math.hypot(a, b);
  const wanted = Math.min(chromaRange.most, Math.max(chromaRange.least, chroma));
  return { lightness: 0, a: (a / chroma) * wanted, b: (b / chroma) * wanted };
}
