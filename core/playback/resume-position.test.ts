import { describe, expect, it } from 'vitest';
import { resumePosition } from './resume-position.ts';

const hour = 3_600_000;
const left = { positionMs: 100_000, durationMs: hour, updatedAt: 1_000_000_000_000 };
const rulesAt = (now: number) => ({ now, rewindAfterPause: true, playedWithinMs: 15_000 });
const after = (pauseMs: number) => resumePosition(left, rulesAt(left.updatedAt + pauseMs));

describe('resumePosition', () => {
  it('goes on exactly where it was after a short pause', () => {
    expect(after(60_000)).toBe(100_000);
  });

  it('goes back further the longer the pause was', () => {
    expect(after(5 * 60_000)).toBe(97_000);
    expect(after(hour)).toBe(90_000);
    expect(after(30 * hour)).toBe(80_000);
  });

  it('goes on where it was when the listener wants no way back', () => {
    const rules = { ...rulesAt(left.updatedAt + 30 * hour), rewindAfterPause: false };
    expect(resumePosition(left, rules)).toBe(100_000);
  });

  it('never goes back before the start, nor because the clock was set back', () => {
    expect(resumePosition({ ...left, positionMs: 4_000 }, rulesAt(left.updatedAt + hour))).toBe(0);
    expect(after(-hour)).toBe(100_000);
  });

  it('starts over what was heard to the end', () => {
    expect(resumePosition({ ...left, positionMs: hour - 5_000 }, rulesAt(left.updatedAt))).toBe(0);
  });
});
