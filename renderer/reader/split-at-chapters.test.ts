import { describe, expect, it } from 'vitest';
import type { Sentence, Transcript } from '../../core/transcript/transcript.ts';
import { splitAtChapters } from './split-at-chapters.ts';

const sentence = (start: number, end: number, seconds: [number, number]): Sentence => ({
  start,
  end,
  startMs: seconds[0] * 1000,
  endMs: seconds[1] * 1000,
  words: [{ start, end: end - 1, startMs: seconds[0] * 1000 }],
});
const transcript: Transcript = {
  language: 'en',
  source: { kind: 'publisher', format: 'vtt' },
  timing: 'word',
  paragraphs: [
    {
      text: 'One. Two. Six.',
      speaker: 'Anna',
      startMs: 0,
      endMs: 30_000,
      sentences: [sentence(0, 4, [0, 9]), sentence(5, 9, [10, 19]), sentence(10, 14, [20, 30])],
    },
  ],
  warnings: [],
};
const chapter = (seconds: number, listed = true) => ({ startMs: seconds * 1000, title: 'T', listed });

describe('splitAtChapters', () => {
  it('breaks a paragraph before the sentence a chapter begins with', () => {
    const parts = splitAtChapters(transcript, [chapter(0), chapter(11), chapter(20)]).paragraphs;
    expect(parts.map(({ text, startMs, endMs, speaker }) => [text, startMs, endMs, speaker])).toEqual([
      ['One.', 0, 9000, 'Anna'],
      ['Two.', 10_000, 19_000, 'Anna'],
      ['Six.', 20_000, 30_000, 'Anna'],
    ]);
  });

  it('counts offsets anew in each part', () => {
    const [, second] = splitAtChapters(transcript, [chapter(20)]).paragraphs;
    const [only] = second?.sentences ?? [];
    expect(only?.words.map((word) => second?.text.slice(word.start, word.end))).toEqual(['Six']);
    expect(only?.words[0]?.startMs).toBe(20_000);
  });

  it('leaves everything else as it is', () => {
    expect(splitAtChapters(transcript, [])).toBe(transcript);
    expect(
      splitAtChapters(transcript, [chapter(0), chapter(30), chapter(99), chapter(15, false)]).paragraphs,
    ).toEqual(transcript.paragraphs);
    const untimed: Transcript = { ...transcript, timing: 'none' };
    expect(splitAtChapters(untimed, [chapter(20)])).toBe(untimed);
  });
});
