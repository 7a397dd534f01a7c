import { describe, expect, it } from 'vitest';
import { normalise } from '../transcript/normalise.ts';
import { parseText } from '../transcript/parse-text.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { alignmentVersion } from './alignment-version.ts';
import type { AlignedSentence, Alignment } from './alignment.ts';
import { applyAlignment } from './apply-alignment.ts';

const cue = (startMs: number, endMs: number, text: string) => ({ id: '', startMs, endMs, text });
const untimed = (text: string): Transcript => ({
  language: 'en',
  source: { kind: 'publisher', format: 'text' },
  ...normalise({ kind: 'paragraphs', paragraphs: parseText(text) }),
  warnings: [],
});

const plain = untimed('One two. Three.\n\nFour five.');

function found(startMs: number, words: number, confidence = 2): AlignedSentence {
  const wordsMs = Array.from({ length: words }, (_, at) => [startMs + at * 400, startMs + at * 400 + 300]);
  return { startMs, endMs: startMs + words * 400, confidence, wordsMs: wordsMs.flat() };
}

function aligned(sentences: Alignment['sentences'], more: Partial<Alignment> = {}): Alignment {
  return {
    version: alignmentVersion,
    method: 'voice',
    language: 'en',
    sentences,
    durationMs: 600_000,
    coveredMs: 0,
    shifts: [],
    ...more,
  };
}

const sentencesOf = ({ paragraphs }: Transcript) => paragraphs.flatMap(({ sentences }) => sentences);

describe('a text without times', () => {
  it('gets those of its words, sentences and paragraphs', () => {
    const text = applyAlignment(plain, aligned([found(1000, 2), found(2000, 1), found(5000, 2)]));
    expect(text.timing).toBe('aligned');
    expect(text.paragraphs.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1000, 2400],
      [5000, 5800],
    ]);
    const [first] = sentencesOf(text);
    expect(first).toMatchObject({ startMs: 1000, endMs: 1800 });
    expect(first?.words).toEqual([
      { start: 0, end: 3, startMs: 1000, endMs: 1300, confidence: 2 },
      { start: 4, end: 7, startMs: 1400, endMs: 1700, confidence: 2 },
    ]);
  });

  it('gets only the sentence where it is less sure: its words are estimated', () => {
    const text = applyAlignment(plain, aligned([found(1000, 2, 1.49), found(2000, 1, 1.5), found(5000, 2)]));
    const [unsure, sure] = sentencesOf(text);
    expect(unsure?.startMs).toBe(1000);
    expect(unsure?.words.every(({ estimated }) => estimated)).toBe(true);
    expect(sure?.words.some(({ estimated }) => estimated)).toBe(false);
  });

  it('gets nothing where it was not found, however plausible the guess', () => {
    const text = applyAlignment(plain, aligned([found(1000, 2), found(2000, 1, 0.99), null]));
    const [, doubtful, absent] = sentencesOf(text);
    for (const sentence of [doubtful, absent]) {
      expect(sentence?.startMs).toBeUndefined();
      expect(sentence?.words.every(({ startMs }) => startMs === undefined)).toBe(true);
    }
    expect(text.paragraphs[0]?.endMs).toBe(1800);
    expect(text.paragraphs[1]?.startMs).toBeUndefined();
  });

  it('gets no mark at all when it is not of this sound', () => {
    expect(applyAlignment(plain, aligned([null, null, null]))).toBe(plain);
    const long = untimed('One. Two. Three. Four.');
    expect(applyAlignment(long, aligned([found(1000, 1), null, null, null]))).toBe(long);
  });

  it('gets no mark from an alignment of other words', () => {
    expect(applyAlignment(plain, aligned([found(1000, 2), found(2000, 1)]))).toBe(plain);
    expect(applyAlignment(plain, aligned([found(1000, 3), found(2000, 1), found(5000, 2)]))).toBe(plain);
  });

  it('gets paragraphs and nothing finer from times that were spread', () => {
    const spread = aligned([found(0, 2, 0), found(2000, 1, 0), found(5000, 2, 0)], {
      method: 'proportional',
    });
    const text = applyAlignment(plain, spread);
    expect(text.paragraphs.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 2400],
      [5000, 5800],
    ]);
    expect(sentencesOf(text).every(({ startMs }) => startMs === undefined)).toBe(true);
  });
});

describe('a text timed by phrases', () => {
  const timed: Transcript = {
    ...plain,
    timing: 'cue',
    paragraphs: normalise({
      kind: 'cues',
      cues: [cue(1000, 2000, 'One two.'), cue(2000, 3000, 'Three.'), cue(3000, 4000, 'Four five.')],
    }).paragraphs,
  };

  it('gets words where they are found, and keeps the publisher’s phrases, put right, where not', () => {
    const shifts = [
      { fromMs: 0, shiftMs: 100 },
      { fromMs: 1500, shiftMs: 30_000 },
    ];
    const text = applyAlignment(timed, aligned([found(1100, 2), null, found(33_100, 2)], { shifts }));
    const [one, three, four] = sentencesOf(text);
    expect(one?.words[0]).toMatchObject({ startMs: 1100, confidence: 2 });
    expect(three).toMatchObject({ startMs: 32_000, endMs: 33_000 });
    expect(three?.words[0]).toMatchObject({ startMs: 32_000, estimated: true });
    expect(four?.startMs).toBe(33_100);
  });

  it('loses the times of what was not found when there is no room for it', () => {
    const text = applyAlignment(timed, aligned([found(1100, 2), null, found(1900, 2)]));
    expect(sentencesOf(text)[1]?.startMs).toBeUndefined();
  });

  it('keeps all of the publisher’s times when the sound cannot confirm them, or nothing was found by ear', () => {
    expect(applyAlignment(timed, aligned([null, null, null]))).toBe(timed);
    const spread = aligned([found(0, 2), found(2000, 1), found(5000, 2)], { method: 'proportional' });
    expect(applyAlignment(timed, spread)).toBe(timed);
  });
});

describe('a text timed by words', () => {
  const word = (start: number, end: number, startMs: number) => ({
    start,
    end,
    startMs,
    endMs: startMs + 300,
  });
  const sentence = (startMs: number) => {
    const words = [word(0, 3, startMs), word(4, 8, startMs + 500)];
    return { start: 0, end: 9, startMs, endMs: startMs + 800, words };
  };
  const timed: Transcript = {
    ...plain,
    timing: 'word',
    paragraphs: [1000, 2000, 3000, 4000].map((ms) => ({
      text: 'One two',
      startMs: ms,
      endMs: ms + 800,
      sentences: [sentence(ms)],
    })),
  };

  it('stays as it is where its times are right', () => {
    const sentences = [found(1020, 2), found(2010, 2), null, found(4000, 2)];
    expect(applyAlignment(timed, aligned(sentences))).toBe(timed);
  });

  it('is moved, its words at the distances which they had, behind what was put into this copy', () => {
    const shifts = [{ fromMs: 2000, shiftMs: 30_000 }];
    const sentences = [found(1000, 2), found(32_000, 2), null, found(34_000, 2)];
    const text = applyAlignment(timed, aligned(sentences, { shifts }));
    expect(text.timing).toBe('word');
    expect(sentencesOf(text).map(({ startMs }) => startMs)).toEqual([1000, 32_000, 33_000, 34_000]);
    expect(sentencesOf(text)[2]?.words.map(({ startMs }) => startMs)).toEqual([33_000, 33_500]);
    expect(text.paragraphs.at(-1)).toMatchObject({ startMs: 34_000, endMs: 34_800 });
  });

  it('loses the times of what was cut out of this copy', () => {
    const shifts = [{ fromMs: 4000, shiftMs: -2000 }];
    const sentences = [found(1000, 2), null, null, found(2000, 2)];
    const text = applyAlignment(timed, aligned(sentences, { shifts }));
    expect(sentencesOf(text).map(({ startMs }) => startMs)).toEqual([1000, undefined, undefined, 2000]);
  });
});
