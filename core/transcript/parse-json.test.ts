import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

const segments = (...list: object[]) => parseJson(JSON.stringify({ version: '1.0.0', segments: list }));

describe('parseJson', () => {
  it('reads the podcast namespace form', () => {
    expect(segments({ speaker: 'Вера', startTime: 0.5, endTime: 1.25, body: 'Да' })?.cues).toEqual([
      { id: '', startMs: 500, endMs: 1250, text: 'Да', speaker: 'Вера' },
    ]);
  });

  it('lets a segment without an end last until the next, the last one by its length', () => {
    const cues = segments(
      { startTime: 1, body: 'One' },
      { startTime: '0:03', body: '123456789012345' },
    )?.cues;
    expect(cues?.map((cue) => [cue.startMs, cue.endMs])).toEqual([
      [1000, 3000],
      [3000, 4000],
    ]);
  });

  it('finds the words a recogniser lists inside a segment', () => {
    const words = [
      { word: ' Hello', start: 1, end: 1.4 },
      { word: 'there.', start: 1.5, end: 2 },
    ];
    const [cue] = segments({ start: 1, end: 2, text: ' Hello there.', words })?.cues ?? [];
    expect(
      cue?.words?.map((word) => [cue.text.slice(word.start, word.end), word.startMs, word.endMs]),
    ).toEqual([
      ['Hello', 1000, 1400],
      ['there.', 1500, 2000],
    ]);
  });

  it('reads a WebVTT file inside the JSON', () => {
    expect(parseJson(JSON.stringify({ vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hi' }))?.cues).toEqual([
      { id: '', startMs: 1000, endMs: 2000, text: 'Hi', speaker: 'Ann' },
    ]);
  });

  it('drops what has no time or no words and counts it', () => {
    const parsed = segments(
      { startTime: 1, body: 'One' },
      { body: 'When?' },
      { startTime: -1, body: 'x' },
      { startTime: 2, body: 5 },
    );
    expect(parsed).toMatchObject({ dropped: 3, cues: [{ text: 'One' }] });
  });

  it.each(['', '{', 'null', '5', '{"a":1}', '{"segments":{}}'])('is undefined for %s', (json) => {
    expect(parseJson(json)).toBeUndefined();
  });
});
