import { describe, expect, it } from 'vitest';
import { buildCueIndex, cueAt, nextStart, previousStart } from './cue-at.ts';
import { normalise } from './normalise.ts';

const cue = ([startMs, endMs]: readonly [number, number], text: string, speaker = 'A') => ({
  id: '',
  startMs,
  endMs,
  text,
  speaker,
});
const { paragraphs } = normalise({
  kind: 'cues',
  cues: [cue([1000, 3000], 'One two. Three'), cue([3000, 4000], 'four.'), cue([6000, 7000], 'Five.', 'B')],
});
const index = buildCueIndex({ paragraphs });

function wordAt(positionMs: number): string | null {
  const place = cueAt(index, positionMs);
  if (!place) return null;
  const paragraph = paragraphs[place.paragraph];
  const word = paragraph?.sentences[place.sentence]?.words[place.word];
  return paragraph?.text.slice(word?.start, word?.end) ?? null;
}

describe('cueAt', () => {
  it.each([
    [0, null],
    [999, null],
    [1000, 'One'],
    [3000, 'four'],
    [5999, 'four'],
    [6000, 'Five'],
    [9e9, 'Five'],
  ])('at %d ms: %s', (positionMs, word) => {
    expect(wordAt(positionMs)).toBe(word);
  });

  it('tells the pause after a word from the word', () => {
    expect(cueAt(index, 3500)?.spoken).toBe(true);
    expect(cueAt(index, 5000)?.spoken).toBe(false);
  });

  it('knows a sentence whose words have no times, and skips what has none at all', () => {
    const sentences = [{ start: 0, end: 3, words: [{ start: 0, end: 3 }] }];
    const timed = [{ start: 0, end: 3, startMs: 50, endMs: 90, words: [{ start: 0, end: 3 }] }];
    const mixed = buildCueIndex({
      paragraphs: [
        { text: 'Yes', sentences },
        { text: 'Yes', sentences: timed },
      ],
    });
    expect(cueAt(mixed, 60)).toEqual({
      paragraph: 1,
      sentence: 0,
      word: -1,
      startMs: 50,
      endMs: 90,
      spoken: true,
    });
  });

  it('knows a paragraph in which nothing finer has a time', () => {
    const sentences = [{ start: 0, end: 3, words: [{ start: 0, end: 3 }] }];
    const spread = buildCueIndex({
      paragraphs: [
        { text: 'One', sentences, startMs: 1000, endMs: 2000 },
        { text: 'Two', sentences },
      ],
    });
    expect(cueAt(spread, 1500)).toMatchObject({ paragraph: 0, sentence: -1, word: -1, spoken: true });
    expect(spread.startMs).toHaveLength(1);
  });

  it('answers in time order when paragraphs are not', () => {
    const at = (startMs: number) => ({
      text: 'Yes',
      sentences: [{ start: 0, end: 3, words: [{ start: 0, end: 3, startMs, endMs: startMs + 10 }] }],
    });
    const unordered = buildCueIndex({ paragraphs: [at(500), at(100)] });
    expect(cueAt(unordered, 200)?.paragraph).toBe(1);
    expect(cueAt(unordered, 600)?.paragraph).toBe(0);
  });
});

describe('nextStart and previousStart', () => {
  it('steps by word, sentence and paragraph', () => {
    expect(nextStart(index, 1000, 'sentence')).toBe(paragraphs[0]?.sentences[1]?.startMs);
    expect(nextStart(index, 1000, 'paragraph')).toBe(6000);
    expect(nextStart(index, 3000, 'word')).toBe(6000);
    expect(nextStart(index, 0, 'paragraph')).toBe(1000);
    expect(nextStart(index, 6000, 'word')).toBeNull();
  });

  it('goes to the start of what is said, or before it when that has only begun', () => {
    expect(previousStart(index, 8000, { unit: 'paragraph' })).toBe(6000);
    expect(previousStart(index, 6100, { unit: 'paragraph' })).toBe(1000);
    expect(previousStart(index, 3100, { unit: 'word', graceMs: 0 })).toBe(3000);
    expect(previousStart(index, 500, { unit: 'sentence' })).toBe(0);
  });
});
