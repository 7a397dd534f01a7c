import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === 'number' ? [value] : Array.from(new TextEncoder().encode(value)),
    ),
  );

/** “Привет” and “Naïve café” as the encodings have them. */
const privet1251 = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
const privetKoi8 = [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4];
const naive1252 = bytes('Na', 0xef, 've caf', 0xe9);

describe('decodeText', () => {
  it('reads UTF-8, and takes the byte order mark off', () => {
    expect(decodeText(bytes('Привет'))).toEqual({ text: 'Привет', encoding: 'utf-8', guessed: false });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'Привет')).text).toBe('Привет');
  });

  it('believes valid UTF-8 more than the header', () => {
    expect(decodeText(bytes('Привет'), 'text/plain; charset=iso-8859-1').text).toBe('Привет');
  });

  it('believes the header where the bytes are not UTF-8', () => {
    expect(decodeText(bytes(...privetKoi8), 'text/plain; charset="KOI8-R"')).toEqual({
      text: 'Привет',
      encoding: 'koi8-r',
      guessed: false,
    });
  });

  it.each([
    ['windows-1251', bytes(...privet1251), 'Привет'],
    ['koi8-r', bytes(...privetKoi8), 'Привет'],
    ['windows-1252', naive1252, 'Naïve café'],
  ])('guesses %s', (encoding, input, text) => {
    expect(decodeText(input)).toEqual({ text, encoding, guessed: true });
    expect(decodeText(input, 'text/plain; charset=no-such-thing').text).toBe(text);
  });

  it('reads UTF-16 with and without its mark', () => {
    const le = Uint8Array.from(Array.from('Hi there').flatMap((letter) => [letter.charCodeAt(0), 0]));
    const be = Uint8Array.from(Array.from('Hi there').flatMap((letter) => [0, letter.charCodeAt(0)]));
    expect(decodeText(bytes(0xff, 0xfe, ...le)).text).toBe('Hi there');
    expect(decodeText(le).text).toBe('Hi there');
    expect(decodeText(be).text).toBe('Hi there');
  });

  it('keeps damaged UTF-8 readable', () => {
    const { text, encoding } = decodeText(bytes('Привет, мир ', 0xff, ' и все'));
    expect([text, encoding]).toEqual(['Привет, мир \ufffd и все', 'utf-8']);
  });

  it('answers for no bytes and for any bytes', () => {
    expect(decodeText(bytes()).text).toBe('');
    expect(() => decodeText(Uint8Array.from({ length: 256 }, (_, at) => 255 - at))).not.toThrow();
  });
});
