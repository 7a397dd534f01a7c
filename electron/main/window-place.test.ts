import { describe, expect, it } from 'vitest';
import { placeWindow } from './window-place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const saved = { x: 2000, y: 50, width: 1000, height: 700, maximised: false };

describe('placeWindow', () => {
  it('opens at the usual size where the system likes at first', () => {
    expect(placeWindow(undefined, [screen])).toEqual({ width: 1200, height: 800 });
  });

  it('returns to the remembered place', () => {
    expect(placeWindow(saved, [screen, second])).toEqual({ x: 2000, y: 50, width: 1000, height: 700 });
  });

  it('keeps the size and forgets the place when its screen went away', () => {
    expect(placeWindow(saved, [screen])).toEqual({ width: 1000, height: 700 });
  });

  it('never hides the title bar above or below the screen', () => {
    expect(placeWindow({ ...saved, x: 10, y: -300 }, [screen])).not.toHaveProperty('x');
    expect(placeWindow({ ...saved, x: 10, y: 1060 }, [screen])).not.toHaveProperty('x');
  });

  it('is no larger than the screen', () => {
    expect(placeWindow({ width: 5000, height: 4000, maximised: false }, [screen])).toEqual({
      width: 1920,
      height: 1080,
    });
  });
});
