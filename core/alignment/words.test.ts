import { describe, expect, it } from 'vitest';
import { confidenceOf } from './confidence-of.ts';
import type { SpeechMark } from './phones-of-words.ts';
import { phonesOfWords } from './phones-of-words.ts';
import { sentenceTimes } from './sentence-times.ts';
import { spreadOverSpeech } from './spread-over-speech.ts';
import { cepstrumWidth } from './sound-features.ts';

const word = (atMs: number, offset: number): SpeechMark => ({ kind: 'word', atMs, offset });
const phone = (atMs: number, name: string): SpeechMark => ({ kind: 'phone', atMs, name });

describe('phones of words', () => {
  it('end where the next one or a pause begins, and belong to the word that was announced', () => {
    const marks = [word(0, 0), phone(0, 'a'), phone(50, ''), word(90, 2), phone(90, 'b')];
    const words = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    expect(phonesOfWords(marks, words, 150)).toEqual([
      { name: 'a', startMs: 0, endMs: 50, word: 0 },
      { name: 'b', startMs: 90, endMs: 150, word: 1 },
    ]);
  });

  it('of a number stay with it, however many words it is said in', () => {
    const marks = [word(0, 0), phone(0, 'n'), word(40, 0), phone(40, 't')];
    expect(phonesOfWords(marks, [{ start: 0, end: 2 }], 80).map((each) => each.word)).toEqual([0, 0]);
  });

  it('that are said as one are shared out by letters', () => {
    const marks = [word(0, 0), phone(0, 'o'), phone(50, 'v'), phone(100, 'ð'), phone(150, 'ə')];
    const words = [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ];
    expect(phonesOfWords(marks, words, 200).map((each) => each.word)).toEqual([0, 0, 1, 1]);
  });
});

describe('times of a sentence', () => {
  it('give words that were not heard the room between their neighbours', () => {
    const heard = new Map([
      [0, { start: 10, end: 20 }],
      [3, { start: 40, end: 50 }],
    ]);
    expect(sentenceTimes(heard, { count: 4, confidence: 2 })).toEqual({
      startMs: 100,
      endMs: 500,
      confidence: 2,
      wordsMs: [100, 200, 200, 300, 300, 400, 400, 500],
    });
  });
});

it('spreads letters over the frames of speech, and skips the pause', () => {
  const levels = Int16Array.from({ length: 200 }, (_, frame) =>
    frame < 46 || frame >= 154 ? -2_000 : -7_000,
  );
  const features = { levels, cepstra: new Int16Array(200 * cepstrumWidth) };
  // Speech with its edges: frames 0 to 49 and 150 to 199.
  expect(spreadOverSpeech(features, [[5, 5], [], [10]])).toEqual([
    { startMs: 0, endMs: 500, confidence: 0, wordsMs: [0, 250, 250, 500] },
    null,
    { startMs: 1_500, endMs: 2_000, confidence: 0, wordsMs: [1_500, 2_000] },
  ]);
});

it('expects less of models that heard little', () => {
  expect(confidenceOf(-1.2, 2_500)).toBeCloseTo(1);
  expect(confidenceOf(0.3, 30_000)).toBeCloseTo(1);
  expect(confidenceOf(0.3, 360_000)).toBeCloseTo(1);
});
