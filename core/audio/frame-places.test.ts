import { describe, expect, it } from 'vitest';
import { framePlaces } from './frame-places.ts';
import type { FrameTable } from './frame-table.ts';

const piece = {
  codec: 'aac',
  sampleRate: 44_100,
  channels: 2,
  samplesPerFrame: 1024,
  objectType: 2,
} as const;

describe('the places of frames', () => {
  it('step over headers, and over what lies between runs, through the seams of a spliced file', () => {
    const table: FrameTable = {
      pieces: [
        { ...piece, firstFrame: 0, leftOut: 7 },
        { ...piece, firstFrame: 3, leftOut: 9 },
      ],
      runs: [
        { firstFrame: 0, offset: 100 },
        { firstFrame: 2, offset: 1000 },
      ],
      syncFrames: [0, 3],
      tags: [],
      junkBytes: 0,
      truncated: false,
      sizes: Uint16Array.of(20, 30, 40, 50),
    };
    expect([...framePlaces(table)]).toEqual([
      { offset: 107, size: 13 },
      { offset: 127, size: 23 },
      { offset: 1007, size: 33 },
      { offset: 1049, size: 41 },
    ]);
  });
});
