import { describe, expect, it } from 'vitest';
import { nextSecondDrawing, nextSliderDrawing, shownSecond } from './next-drawing.ts';

describe('a second', () => {
  it('is shown with a word that is said a quarter of a second before it, at the earliest', () => {
    expect([0, 749, 750, 1749].map(shownSecond)).toEqual([0, 0, 1, 1]);
  });

  it('waits for a word, no longer than a quarter of the next', () => {
    expect(nextSecondDrawing(0)).toBe(1250);
    expect(nextSecondDrawing(749)).toBe(1250);
  });

  it('follows the one that is shown, so that neither haste nor waiting add up', () => {
    expect(nextSecondDrawing(750)).toBe(2250);
    expect(nextSecondDrawing(1249)).toBe(2250);
  });
});

describe('nextSliderDrawing', () => {
  it('goes with the seconds where a pixel is longer than one', () => {
    expect(nextSliderDrawing(5000, 3_600_000, 560)).toBe(6250);
  });

  it('is a pixel further in a short recording', () => {
    expect(nextSliderDrawing(5000, 56_000, 560)).toBe(5100);
  });

  it('goes with the seconds while length or width are not known', () => {
    expect(nextSliderDrawing(5000, 0, 560)).toBe(6250);
    expect(nextSliderDrawing(5000, 56_000, 0)).toBe(6250);
    expect(nextSliderDrawing(5000, 0, 0)).toBe(6250);
  });
});
