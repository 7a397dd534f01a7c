import { describe, expect, it } from 'vitest';
import { listMove } from './list-keys.ts';

const key = (name: string, code = '') => ({ key: name, code });

describe('listMove', () => {
  it('moves by row, page and to the ends, and stays inside the list', () => {
    expect(listMove(key('ArrowDown'), 3, 10)).toBe(4);
    expect(listMove(key('ArrowUp'), 0, 10)).toBe(0);
    expect(listMove(key('PageDown'), 5, 10)).toBe(9);
    expect(listMove(key('Home'), 5, 10)).toBe(0);
    expect(listMove(key('End'), 5, 10)).toBe(9);
  });

  it('knows J and K by their place on the keyboard, not by the letter typed', () => {
    expect(listMove(key('о', 'KeyJ'), 1, 10)).toBe(2);
    expect(listMove(key('л', 'KeyK'), 1, 10)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(listMove(key('Enter'), 1, 10)).toBeNull();
  });
});
