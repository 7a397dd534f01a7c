import { describe, expect, it } from 'vitest';
import { dragPlace } from './drag-place.ts';

const keys = ['a', 'b', 'c', 'd'];

describe('dragPlace', () => {
  it('counts without the dragged row', () => {
    expect(dragPlace(keys, { key: 'd', before: 'b' })).toBe(1);
    expect(dragPlace(keys, { key: 'a', before: 'd' })).toBe(2);
    expect(dragPlace(keys, { key: 'b', before: null })).toBe(3);
  });

  it('is none where the row would stay', () => {
    expect(dragPlace(keys, { key: 'b', before: 'b' })).toBeNull();
    expect(dragPlace(keys, { key: 'b', before: 'c' })).toBeNull();
    expect(dragPlace(keys, { key: 'd', before: null })).toBeNull();
  });

  it('follows the rows when others come or go during the drag', () => {
    expect(dragPlace(['c', 'd'], { key: 'd', before: 'c' })).toBe(0);
    expect(dragPlace(['new', ...keys], { key: 'd', before: 'b' })).toBe(2);
  });

  it('is none once either row is gone', () => {
    expect(dragPlace(['a', 'c', 'd'], { key: 'b', before: 'd' })).toBeNull();
    expect(dragPlace(['a', 'c', 'd'], { key: 'd', before: 'b' })).toBeNull();
  });
});
