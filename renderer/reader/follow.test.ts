import { describe, expect, it } from 'vitest';
import { nextFollowState } from './follow.ts';

describe('nextFollowState', () => {
  it('lets go when the reader scrolls and comes back when asked', () => {
    expect(nextFollowState('following', 'scrolled-away')).toBe('released');
    expect(nextFollowState('released', 'returned')).toBe('following');
  });

  it('stays off, whatever is scrolled or played, until the button is pressed', () => {
    expect(nextFollowState('following', 'toggled')).toBe('off');
    expect(nextFollowState('off', 'scrolled-away')).toBe('off');
    expect(nextFollowState('off', 'played-from-text')).toBe('off');
    expect(nextFollowState('off', 'toggled')).toBe('following');
  });

  it('follows again from a word the reader chose to hear', () => {
    expect(nextFollowState('released', 'played-from-text')).toBe('following');
  });
});
