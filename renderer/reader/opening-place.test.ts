import { describe, expect, it } from 'vitest';
import { openingPlace } from './opening-place.ts';

const minute = 60_000;

describe('openingPlace', () => {
  it('is where the page was left, when that was later or about the same time', () => {
    expect(openingPlace({ readAt: 10 * minute, listenedAt: 5 * minute, isPlaying: false })).toBe('page');
    expect(openingPlace({ readAt: 10 * minute, listenedAt: 10.5 * minute, isPlaying: false })).toBe('page');
    expect(openingPlace({ readAt: 10 * minute, listenedAt: null, isPlaying: false })).toBe('page');
  });

  it('is the voice, when the listener has gone on without reading', () => {
    expect(openingPlace({ readAt: 10 * minute, listenedAt: 12 * minute, isPlaying: false })).toBe('voice');
    expect(openingPlace({ readAt: null, listenedAt: null, isPlaying: false })).toBe('voice');
  });

  it('is the voice while it speaks', () => {
    expect(openingPlace({ readAt: 10 * minute, listenedAt: 5 * minute, isPlaying: true })).toBe('voice');
  });
});
