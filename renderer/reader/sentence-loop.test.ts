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

describe('sentenceLoop', () => {
  it('lets the last sound fade, but nothing of the next sentence be heard', () => {
    expect(sentenceLoop(transcript, index, 1500)).toEqual({ startMs: 1000, endMs: 2100 });
    expect(sentenceLoop(transcript, index, 2500)).toEqual({ startMs: 2100, endMs: 3250 });
    expect(sentenceLoop(transcript, index, 5500)).toEqual({ startMs: 5000, endMs: 6250 });
  });

  it('takes the last sentence in a pause, and none before the first', () => {
    expect(sentenceLoop(transcript, index, 4000)).toEqual({ startMs: 2100, endMs: 3250 });
    expect(sentenceLoop(transcript, index, 500)).toBeNull();
  });

  it('knows the loop it made', () => {
    expect(isSameLoop(sentenceLoop(transcript, index, 1100), sentenceLoop(transcript, index, 1900))).toBe(
      true,
    );
    expect(isSameLoop(null, sentenceLoop(transcript, index, 1900))).toBe(false);
  });
});
