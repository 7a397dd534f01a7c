import { expect, it } from 'vitest';
import { hitsInParagraph } from './hits-in-paragraph.ts';

const hits = [0, 2, 2, 2, 5].map((paragraph, at) => ({ paragraph, start: at, end: at + 1 }));

it.each([
  [0, [0, 1]],
  [1, [1, 1]],
  [2, [1, 4]],
  [5, [4, 5]],
  [9, [5, 5]],
])('finds the hits of paragraph %i', (paragraph, found) => {
  expect(hitsInParagraph(hits, paragraph)).toEqual(found);
});

it('finds none among none', () => expect(hitsInParagraph([], 3)).toEqual([0, 0]));
