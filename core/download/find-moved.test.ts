import { expect, it } from 'vitest';
import { findMoved } from './find-moved.ts';

const entry = (episodeId: string, print?: string) => ({
  episodeId,
  fileName: `Show/${episodeId}.mp3`,
  bytes: 10,
  ...(print !== undefined && { print }),
});
const stray = (fileName: string, print: string, bytes = 10) => ({ fileName, bytes, print });

it('finds a download under its new name', () => {
  const found = findMoved(
    [entry('a', 'x'), entry('b', 'y')],
    [stray('Other/new.mp3', 'x'), stray('z.mp3', 'z')],
  );
  expect(found).toEqual([{ ...entry('a', 'x'), fileName: 'Other/new.mp3' }]);
});

it.each([
  ['two files are equal', [entry('a', 'x')], [stray('1.mp3', 'x'), stray('2.mp3', 'x')]],
  ['two entries are equal', [entry('a', 'x'), entry('b', 'x')], [stray('1.mp3', 'x')]],
  ['nothing is known of what is missing', [entry('a')], [stray('1.mp3', 'x')]],
  ['the size is another', [entry('a', 'x')], [stray('1.mp3', 'x', 11)]],
])('finds nothing where %s', (_why, missing, strays) => {
  expect(findMoved(missing, strays)).toEqual([]);
});
