import { expect, it } from 'vitest';
import { notePictures } from './note-pictures.ts';

it.each([
  ['<p>Text <img src="https://a.example/1.png" alt="A > B"> and more</p>', ['https://a.example/1.png']],
  ["<IMG width=1 SRC='http://a.example/a b.png'>", ['http://a.example/a%20b.png']],
  ['<img src=https://a.example/2.png><img src=https://a.example/2.png>', ['https://a.example/2.png']],
  ['<img src="https://a.example/?a=1&amp;b=2"/>', ['https://a.example/?a=1&b=2']],
  ['<img data-src="https://a.example/lazy.png">', []],
  ['<!-- <img src="https://a.example/no.png"> -->', []],
  ['<img src="data:image/png;base64,AAAA"><img src="/relative.png"><image src="https://a.example/x">', []],
  ['<img', []],
])('%s', (html, addresses) => {
  expect(notePictures(html)).toEqual(addresses);
});

it('takes a long line without an end in its stride', () => {
  expect(notePictures('<img '.repeat(20_000))).toEqual([]);
});
