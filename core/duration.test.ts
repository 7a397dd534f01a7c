import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';

it.each([
  ['01:02:03', 3_723_000],
  ['1:02:03.5', 3_723_500],
  ['62:03', 3_723_000],
  ['3723', 3_723_000],
  [' 3723,25 ', 3_723_250],
  ['PT1H2M3S', 3_723_000],
  ['1h 2m', 3_720_000],
  ['45 min', 2_700_000],
  ['1 час 5 минут', 3_900_000],
  ['90 сек.', 90_000],
  ['0', undefined],
  ['00:00:00', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['', undefined],
  ['99999999999', undefined],
  ['999999999', undefined],
])('%s is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});
