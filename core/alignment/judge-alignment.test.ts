import { describe, expect, it } from 'vitest';
import type { AlignedSentence } from './alignment.ts';
import { foundShare, judgeAlignment, sentenceTrust } from './judge-alignment.ts';

const sentence = (confidence: number): AlignedSentence => ({ startMs: 0, endMs: 1, confidence, wordsMs: [] });
const of = (found: number, all: number, durationMs = 600_000) => ({
  method: 'voice' as const,
  durationMs,
  sentences: Array.from({ length: all }, (_, at) => (at < found ? sentence(2) : null)),
});

describe('sentenceTrust', () => {
  it.each([
    [0.99, 'none'],
    [1, 'sentence'],
    [1.49, 'sentence'],
    [1.5, 'words'],
  ])('of %d is %s', (confidence, trust) => {
    expect(sentenceTrust(sentence(confidence))).toBe(trust);
  });
});

describe('judgeAlignment', () => {
  it('takes a text for another when fewer than three sentences in ten are in the sound', () => {
    expect(judgeAlignment(of(29, 100))).toBe('unmatched');
    expect(judgeAlignment(of(30, 100))).toBe('matched');
  });

  it('wants more of a recording of less than a minute', () => {
    expect(judgeAlignment(of(59, 100, 59_999))).toBe('unmatched');
    expect(judgeAlignment(of(60, 100, 59_999))).toBe('matched');
  });

  it('calls spread times estimated, and an empty text another', () => {
    expect(judgeAlignment({ ...of(0, 3), method: 'proportional' })).toBe('estimated');
    expect(judgeAlignment(of(0, 0))).toBe('unmatched');
  });
});

describe('foundShare', () => {
  it('counts what is marked in any way', () => {
    expect(foundShare({ sentences: [sentence(2), sentence(1), sentence(0.5), null] })).toBe(0.5);
  });
});
