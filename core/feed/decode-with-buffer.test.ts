import * as buffer from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFeedDecoder } from './decode-feed.ts';
import { decodeWithBuffer } from './decode-with-buffer.ts';
import { createFeedParser } from './parse-feed.ts';

const root = path.resolve(import.meta.dirname, '../..');
const corpora = process.env.EARMARK_CORPORA ?? path.resolve(root, '../shared/corpora');

function parse(bytes: Uint8Array, { fast }: { fast: boolean }): unknown {
  const parser = createFeedParser({ url: 'https://show.example/feed', ...(fast ? { buffer } : {}) });
  parser.push(bytes);
  return [parser.end(), parser.announcedFeeds()];
}

function decode(bytes: Uint8Array, { pieceBytes, fast }: { pieceBytes: number; fast: boolean }): string[] {
  const notes: string[] = [];
  const onWarning = (code: string, detail: string) => notes.push(`${code} ${detail}`);
  const decoder = createFeedDecoder({ onWarning, ...(fast ? { buffer } : {}) });
  let text = '';
  for (let start = 0; start < bytes.length; start += pieceBytes)
    text += decoder.decode(bytes.subarray(start, start + pieceBytes));
  return [text + decoder.end(), ...notes];
}

/** «Привет» in windows-1251, many times. */
const words1251 = Array.from({ length: 300 }, () => [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20]).flat();

const xml = `\ufeff<?xml version="1.0"?><rss><channel><title>Гавань &amp; „harbour“ 🚢</title><item><guid>1</guid>
<description><![CDATA[<p>Naïve ‘quotes’ — и ещё</p>]]></description><ж ж="ж"/><title>\ufeffОдин €</title></item></channel></rss>`;

/** Numbers below `limit`, the same in every run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const feeds = [
  path.join(root, 'sample/feed.xml'),
  ...(existsSync(corpora)
    ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:xml|rss|atom)$/.test(name))
        .map((name) => path.join(corpora, name))
    : []),
];

describe('decodeWithBuffer', () => {
  it.each([
    ['nothing', []],
    ['ASCII', [0x41, 0x42]],
    ['sequences of every length', [0x41, 0xd0, 0xb6, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x9a, 0xa2]],
    ['byte order marks', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]],
  ])('reads %s as TextDecoder does', (_name, bytes) => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    expect(decodeWithBuffer(Uint8Array.from(bytes), buffer)).toBe(decoder.decode(Uint8Array.from(bytes)));
  });

  it.each([
    ['a cut sequence', [0x41, 0xd0]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a sequence longer than it must be', [0xc0, 0xaf]],
    ['a code point too high', [0xf4, 0x90, 0x80, 0x80]],
    ['another encoding', [0xc6, 0x20]],
  ])('refuses %s', (_name, bytes) => {
    expect(decodeWithBuffer(Uint8Array.from(bytes), buffer)).toBeUndefined();
  });
});

describe('a decoder that has Node’s buffer', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(xml)],
    ['UTF-8 that turns into windows-1251', Uint8Array.from([...new TextEncoder().encode(xml), ...words1251])],
    [
      'ASCII, then windows-1251',
      Uint8Array.from([...new TextEncoder().encode('a'.repeat(1200)), ...words1251]),
    ],
  ])('reads %s the same in pieces of every size', (_name, bytes) => {
    const expected = decode(bytes, { pieceBytes: bytes.length, fast: false });
    for (let pieceBytes = 1; pieceBytes <= bytes.length; pieceBytes += 1)
      expect(decode(bytes, { pieceBytes, fast: true }), `pieces of ${pieceBytes}`).toEqual(expected);
  });
});

describe('a parser that has Node’s buffer', () => {
  it.each(feeds)('makes the same of %s', (file) => {
    const bytes = readFileSync(file);
    expect(parse(bytes, { fast: true })).toEqual(parse(bytes, { fast: false }));
  });

  it('makes the same of damaged feeds', () => {
    const bytes = new TextEncoder().encode(xml.repeat(8));
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = randomNumbers(seed);
      const damaged = bytes.slice(0, bytes.length - random(600));
      for (let count = random(12); count > 0; count -= 1) damaged[random(damaged.length)] = random(256);
      expect(parse(damaged, { fast: true }), `seed ${seed}`).toEqual(parse(damaged, { fast: false }));
    }
  });
});
