import { expect, it } from 'vitest';
import { makeFrames } from './frames.ts';
import { placePhones } from './place-phones.ts';

/** Rows of four frames each, as many of text as of sound. */
function compacted(rows: number) {
  const frameOf = Int32Array.from({ length: rows }, (_, row) => row * 4 + 2);
  const rowOf = Int32Array.from({ length: rows * 4 }, (_, frame) => Math.floor(frame / 4));
  return { frames: makeFrames(rows, 1), frameOf, rowOf };
}

/** Two sentences of a word each; the second begins in the last row of the first. */
const spoken = {
  features: { cepstra: new Int16Array(0), levels: new Int16Array(0) },
  words: [
    { sentence: 0, index: 0, startMs: 0 },
    { sentence: 1, index: 0, startMs: 60 },
  ],
  phones: [
    { name: 'a', word: 0, startMs: 0, endMs: 60 },
    { name: 'b', word: 1, startMs: 60, endMs: 80 },
    { name: 'c', word: 1, startMs: 80, endMs: 120 },
    { name: 'd', word: 1, startMs: 120, endMs: 160 },
  ],
};

function placed(first: readonly number[]): string[] {
  const rows = compacted(4);
  const warp = { first: Int32Array.from(first), last: Int32Array.from(first) };
  return placePhones(spoken, { textRows: rows, soundRows: rows, warp }).map(({ name }) => name);
}

it('places the phones of what the warp found', () => {
  expect(placed([0, 1, 2, 3])).toEqual(['a', 'b', 'c', 'd']);
});

it('places none of a sentence that was left out, although one of its phones lies in a row of its neighbour', () => {
  expect(placed([0, 1, -1, -1])).toEqual(['a']);
});

it('places what it can of a sentence whose neighbour was left out', () => {
  expect(placed([-1, -1, 2, 3])).toEqual(['c', 'd']);
});
