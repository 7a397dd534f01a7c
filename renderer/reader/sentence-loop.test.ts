import { describe, expect, it } from 'vitest';
import { buildCueIndex } from '../../core/transcript/cue-at.ts';
import { isSameLoop, sentenceLoop } from './sentence-loop.ts';

const sentence = (startMs: number, endMs: number) => ({
  start: 0,
  end: 3,
  startMs,
  endMs,
  words: [{ start: 0, end: 3, startMs, endMs }],
});
const transcript = {
  paragraphs: [
    { text: 'One two three', sentences: [sentence(1000, 2000), sentence(2100, 3000), sentence(5000, 6000)] },
  ],
};
const index = buildCueIndex(transcript);
const loopAt = (positionMs: number, soundMs: number | null = 60_000) =>
  sentenceLoop(transcript, index, { positionMs, soundMs });

describe('sentenceLoop', () => {
  it('lets the last sound fade, but nothing of the next sentence be heard', () => {
    expect(loopAt(1500)).toEqual({ startMs: 1000, endMs: 2100 });
    expect(loopAt(2500)).toEqual({ startMs: 2100, endMs: 3250 });
    expect(loopAt(5500)).toEqual({ startMs: 5000, endMs: 6250 });
  });

  it('ends with the sound at the latest, also where nothing says when the last sentence ends', () => {
    expect(loopAt(5500, 6100)).toEqual({ startMs: 5000, endMs: 6100 });
    const open = {
      paragraphs: [{ text: 'One', sentences: [{ start: 0, end: 3, startMs: 5000, words: [] }] }],
    };
    const loopOf = (soundMs: number | null) =>
      sentenceLoop(open, buildCueIndex(open), { positionMs: 5500, soundMs });
    expect(loopOf(8000)).toEqual({ startMs: 5000, endMs: 8000 });
    expect(loopOf(null)).toBeNull();
  });

  it('takes the last sentence in a pause, and none before the first', () => {
    expect(loopAt(4000)).toEqual({ startMs: 2100, endMs: 3250 });
    expect(loopAt(500)).toBeNull();
  });

  it('knows the loop it made', () => {
    expect(isSameLoop(loopAt(1100), loopAt(1900))).toBe(true);
    expect(isSameLoop(null, loopAt(1900))).toBe(false);
  });
});
