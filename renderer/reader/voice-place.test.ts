import { describe, expect, it } from 'vitest';
import { buildCueIndex } from '../../core/transcript/cue-at.ts';
import type { Transcript, Word } from '../../core/transcript/transcript.ts';
import { nextVoiceChange, voicePlace } from './voice-place.ts';

const word = (start: number, [startMs, endMs]: [number, number], estimated?: boolean): Word => ({
  start,
  end: start + 3,
  startMs,
  endMs,
  ...(estimated === undefined ? {} : { estimated }),
});
const textOf = (timing: Transcript['timing'], words: Word[]): Transcript => ({
  language: 'en',
  source: { kind: 'publisher', format: 'vtt' },
  timing,
  paragraphs: [{ text: 'one two', sentences: [{ start: 0, end: 7, words }] }],
  warnings: [],
});
const at = (transcript: Transcript, ms: number) => voicePlace(transcript, buildCueIndex(transcript), ms);

describe('voicePlace', () => {
  const timed = textOf('word', [word(0, [1000, 1300]), word(4, [1400, 1800])]);

  it('marks the word and its sentence', () => {
    expect(at(timed, 1450)).toEqual({ paragraph: 0, sentence: 0, word: 1, isHeard: true });
  });

  it('marks nothing before the first word', () => {
    expect(at(timed, 999)).toBeNull();
  });

  it('keeps a word through a breath, and nothing through a long silence or words that are not in the text', () => {
    expect(at(timed, 2500)).toMatchObject({ word: 1, isHeard: true });
    expect(at(timed, 30_000)).toMatchObject({ word: 1, isHeard: false });
  });

  it('marks no word whose time is only estimated', () => {
    expect(at(textOf('cue', [word(0, [1000, 1300], true)]), 1100)).toEqual({
      paragraph: 0,
      sentence: 0,
      word: null,
      isHeard: true,
    });
    expect(at(textOf('word', [word(0, [1000, 1300], true)]), 1100)?.word).toBeNull();
  });

  it('marks only the sentence of an aligned text whose words are not sure, and only the paragraph where nothing finer is', () => {
    expect(at(textOf('aligned', [word(0, [1000, 1300], true)]), 1100)).toMatchObject({
      sentence: 0,
      word: null,
    });
    const untimed = textOf('aligned', [{ start: 0, end: 3 }]);
    const paragraphs = untimed.paragraphs.map((one) => ({ ...one, startMs: 1000, endMs: 2000 }));
    expect(at({ ...untimed, paragraphs }, 1100)).toEqual({
      paragraph: 0,
      sentence: null,
      word: null,
      isHeard: true,
    });
  });
});

describe('nextVoiceChange', () => {
  const index = buildCueIndex(textOf('word', [word(0, [1000, 1300]), word(4, [1400, 1800])]));

  it('is the next word, then the end of the silence in which the last one stays marked, then never', () => {
    expect(nextVoiceChange(index, 0)).toBe(1000);
    expect(nextVoiceChange(index, 1000)).toBe(1400);
    expect(nextVoiceChange(index, 1400)).toBe(3300);
    expect(nextVoiceChange(index, 3300)).toBe(Number.POSITIVE_INFINITY);
  });
});
