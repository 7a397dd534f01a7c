import { describe, expect, it } from 'vitest';
import { createFeedDecoder } from './decode-feed.ts';

interface Decoded {
  text: string;
  warnings: string[];
}

function decode(bytes: Uint8Array, options: { contentType?: string; pieceBytes?: number } = {}): Decoded {
  const warnings: string[] = [];
  const decoder = createFeedDecoder({
    contentType: options.contentType,
    onWarning: (code, detail) => warnings.push(`${code} ${detail}`),
  });
  const size = options.pieceBytes ?? bytes.length;
  let text = '';
  for (let start = 0; start < bytes.length; start += size)
    text += decoder.decode(bytes.subarray(start, start + size));
  return { text: text + decoder.end(), warnings };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const declared = (label: string, text: string): string => `<?xml version="1.0" encoding="${label}"?>${text}`;

/** Russian in single bytes, by the table of each encoding. */
function cyrillic(text: string, label: 'windows-1251' | 'koi8-r'): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => bytes.get(letter)!);
}

const latin1 = [...Buffer.from('<a>é</a>', 'latin1')];
const russian = 'Огни гавани зажглись один за другим, и никто не сказал ни слова';

describe('createFeedDecoder', () => {
  it.each<[string, Uint8Array, string | undefined, string, string[]]>([
    ['UTF-8 by default', utf8('<a>Эхо €😀</a>'), undefined, '<a>Эхо €😀</a>', []],
    [
      'a mark before any label',
      Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('<a>é</a>')),
      'text/xml; charset=koi8-r',
      '<a>é</a>',
      [],
    ],
    [
      'the header before the declaration',
      cyrillic(declared('koi8-r', russian), 'windows-1251'),
      'text/xml; charset="windows-1251"',
      declared('koi8-r', russian),
      [],
    ],
    [
      'the declaration',
      cyrillic(declared('koi8-r', russian), 'koi8-r'),
      'text/xml',
      declared('koi8-r', russian),
      [],
    ],
    [
      'Japanese',
      Uint8Array.of(...utf8(declared('Shift_JIS', '')), 0x93, 0xfa, 0x96, 0x7b),
      undefined,
      declared('Shift_JIS', '日本'),
      [],
    ],
    [
      'Chinese',
      Uint8Array.of(...utf8(declared('gb2312', '')), 0xd6, 0xd0, 0xb9, 0xfa),
      undefined,
      declared('gb2312', '中国'),
      [],
    ],
    [
      'UTF-16 without a mark',
      Uint8Array.from(latin1.flatMap((unit) => [0, unit])),
      undefined,
      '<a>é</a>',
      [],
    ],
    ['UTF-16 that is not', utf8(declared('utf-16', 'é')), undefined, declared('utf-16', 'é'), []],
    ['UTF-32', Uint8Array.from(latin1.flatMap((unit) => [unit, 0, 0, 0])), undefined, '<a>é</a>', []],
    [
      'a label nobody knows',
      utf8(declared('klingon', 'é')),
      undefined,
      declared('klingon', 'é'),
      ['encoding-unknown klingon'],
    ],
    [
      'UTF-8 labelled as Latin 1',
      utf8(`<a>${russian}</a>`),
      'text/xml; charset=iso-8859-1',
      `<a>${russian}</a>`,
      ['encoding-mislabelled windows-1252'],
    ],
    [
      'windows-1251 labelled as UTF-8',
      cyrillic(declared('utf-8', russian), 'windows-1251'),
      undefined,
      declared('utf-8', russian),
      ['encoding-guessed windows-1251'],
    ],
    [
      'KOI8-R labelled as UTF-8',
      cyrillic(declared('utf-8', russian), 'koi8-r'),
      undefined,
      declared('utf-8', russian),
      ['encoding-guessed koi8-r'],
    ],
    [
      'windows-1252 without a label',
      Uint8Array.of(...utf8('<a>caf'), 0xe9, 0x20, 0x93, 0x78, 0x94, ...utf8('</a>')),
      undefined,
      '<a>café “x”</a>',
      ['encoding-guessed windows-1252'],
    ],
    [
      'UTF-8 with one bad byte',
      Uint8Array.of(...utf8(russian), 0xff, ...utf8(russian)),
      undefined,
      `${russian}\ufffd${russian}`,
      ['encoding-broken utf-8'],
    ],
  ])('reads %s, in pieces of any size', (...[, bytes, contentType, text, warnings]) => {
    const options = contentType === undefined ? {} : { contentType };
    expect(decode(bytes, options)).toEqual({ text, warnings });
    for (const pieceBytes of [1, 2, 3, 5, 64])
      expect(decode(bytes, { ...options, pieceBytes })).toEqual({ text, warnings });
  });

  it('gives text before the end: a feed is not kept whole', () => {
    const decoder = createFeedDecoder({ onWarning: () => undefined });
    expect(decoder.decode(utf8('x'.repeat(2000)))).toHaveLength(2000);
    expect(decoder.decode(utf8('Эх'))).toBe('Эх');
  });

  it('changes over in the middle when the bytes do', () => {
    const start = utf8(`<a>${'x'.repeat(5000)}`);
    const bytes = Uint8Array.of(...start, ...cyrillic(russian.repeat(400), 'windows-1251'));
    expect(decode(bytes, { pieceBytes: 1000 }).text).toBe(`<a>${'x'.repeat(5000)}${russian.repeat(400)}`);
  });
});
