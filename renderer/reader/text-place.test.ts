import { describe, expect, it } from 'vitest';
import type { TextUnit } from '../../core/transcript/cue-at.ts';
import type { Paragraph, Transcript } from '../../core/transcript/transcript.ts';
import { firstPlace, placeAtOffset, stepPlace, timeOfPlace } from './text-place.ts';
import type { TextPlace } from './text-place.ts';

/** Sentences are given as arrays of words; each word begins one second after the one before it. */
function textOf(...paragraphs: string[][][]): Transcript {
  let second = 0;
  const timed = (sentences: string[][]): Paragraph => {
    let offset = 0;
    const built = sentences.map((words) => {
      const start = offset;
      const placed = words.map((word) => {
        const from = offset;
        offset += word.length + 1;
        return { start: from, end: from + word.length, startMs: second++ * 1000 };
      });
      return { start, end: offset - 1, words: placed };
    });
    return { text: sentences.flat().join(' '), sentences: built };
  };
  return {
    language: 'en',
    source: { kind: 'publisher', format: 'vtt' },
    timing: 'word',
    paragraphs: paragraphs.map(timed),
    warnings: [],
  };
}

const text = textOf([['One', 'two.'], ['Three.']], [], [['Four', 'five', 'six.']]);
const place = (paragraph: number, sentence: number, word: number): TextPlace => ({
  paragraph,
  sentence,
  word,
});
const step = (from: TextPlace, unit: TextUnit, forward: boolean) => stepPlace(text, from, { unit, forward });

describe('stepPlace', () => {
  it('goes word by word over sentences, paragraphs and empty paragraphs', () => {
    expect(step(place(0, 0, 1), 'word', true)).toEqual(place(0, 1, 0));
    expect(step(place(0, 1, 0), 'word', true)).toEqual(place(2, 0, 0));
    expect(step(place(2, 0, 0), 'word', false)).toEqual(place(0, 1, 0));
    expect(step(place(0, 1, 0), 'word', false)).toEqual(place(0, 0, 1));
  });

  it('goes to the beginning of the sentence or paragraph before it goes to the one before', () => {
    expect(step(place(2, 0, 2), 'sentence', false)).toEqual(place(2, 0, 0));
    expect(step(place(2, 0, 0), 'sentence', false)).toEqual(place(0, 1, 0));
    expect(step(place(0, 1, 0), 'paragraph', false)).toEqual(place(0, 0, 0));
    expect(step(place(2, 0, 0), 'paragraph', false)).toEqual(place(0, 0, 0));
  });

  it('goes to the beginning of the next sentence or paragraph', () => {
    expect(step(place(0, 0, 0), 'sentence', true)).toEqual(place(0, 1, 0));
    expect(step(place(0, 0, 0), 'paragraph', true)).toEqual(place(2, 0, 0));
  });

  it('stays at the ends of the text', () => {
    expect(step(place(2, 0, 2), 'word', true)).toEqual(place(2, 0, 2));
    expect(step(place(2, 0, 1), 'paragraph', true)).toEqual(place(2, 0, 1));
    expect(step(place(0, 0, 0), 'paragraph', false)).toEqual(place(0, 0, 0));
  });
});

describe('placeAtOffset', () => {
  it('finds the word under an offset, and the one before a gap', () => {
    const paragraph = text.paragraphs[0];
    expect(paragraph && placeAtOffset(paragraph, 0)).toEqual({ sentence: 0, word: 0 });
    expect(paragraph && placeAtOffset(paragraph, 3)).toEqual({ sentence: 0, word: 0 });
    expect(paragraph && placeAtOffset(paragraph, 4)).toEqual({ sentence: 0, word: 1 });
    expect(paragraph && placeAtOffset(paragraph, 99)).toEqual({ sentence: 1, word: 0 });
  });

  it('finds nothing in a paragraph without words', () => {
    expect(placeAtOffset({ text: '***', sentences: [] }, 1)).toBeNull();
  });
});

describe('timeOfPlace', () => {
  it("gives the word's own time", () => {
    expect(timeOfPlace(text, place(2, 0, 1))).toBe(4000);
  });

  it("falls back to the sentence's time", () => {
    const sentence = { start: 0, end: 2, startMs: 700, words: [{ start: 0, end: 2 }] };
    const coarse: Transcript = { ...text, paragraphs: [{ text: 'Hi', sentences: [sentence] }] };
    expect(timeOfPlace(coarse, place(0, 0, 0))).toBe(700);
  });
});

describe('firstPlace', () => {
  it('skips paragraphs without words', () => {
    expect(firstPlace(text, 1)).toEqual(place(2, 0, 0));
    expect(firstPlace(text, 3)).toBeNull();
  });
});
