import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Маяк и хлеб', 'МХ'],
    ['Weather Station', 'WS'],
    ['«ночная смена»', 'НС'],
    ['5 am', '5A'],
    ['!!!', ''],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
