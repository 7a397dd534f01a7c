import { expect, it } from 'vitest';
import { looksWhole } from './looks-whole.ts';

it.each([
  [{ kind: 'mp3' }, true],
  [{ kind: 'unknown' }, false],
  [{ kind: 'mp3', durationMs: 1000 }, true],
  [{ kind: 'mp3', expectedMs: 1000 }, true],
  [{ kind: 'mp3', durationMs: 905, expectedMs: 1000 }, true],
  [{ kind: 'mp3', durationMs: 895, expectedMs: 1000 }, false],
  [{ kind: 'mp3', durationMs: 2000, expectedMs: 1000 }, true],
] as const)('%j: %s', (file, expected) => {
  expect(looksWhole(file)).toBe(expected);
});
