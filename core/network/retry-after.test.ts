import { expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 10, 22, 10);

it.each([
  ['3', 3000],
  [' 120 ', 120_000],
  ['999999999', 86_400_000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('%j means %j ms', (header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected);
});
