import { describe, expect, it } from 'vitest';
import { nextSecondDrawing, nextSliderDrawing } from './next-drawing.ts';

describe('nextSecondDrawing', () => {
  it('lets a second wait for a word, no longer than a quarter of the next', () => {
    expect(nextSecondDrawing(0)).toBe(1250);
    expect(nextSecondDrawing(999)).toBe(1250);
  });

  it('counts from the second and not from when it was drawn, so that waiting adds nothing up', () => {
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
