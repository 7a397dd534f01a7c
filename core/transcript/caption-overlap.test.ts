import { describe, expect, it } from 'vitest';
import { mergeRepeatedCaptions } from './caption-overlap.ts';
import { parseTranscriptText } from './parse-transcript.ts';
import type { Cue } from './transcript.ts';

const cue = (startMs: number, endMs: number, text: string): Cue => ({ id: '', startMs, endMs, text });
const merged = (...cues: Cue[]) => mergeRepeatedCaptions(cues).map(({ text }) => text);

/** What is said in a file, word by word, with the times. */
function wordsOf(file: string) {
  const result = parseTranscriptText(file, { kind: 'publisher' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.paragraphs.flatMap(({ text, sentences }) =>
    sentences.flatMap(({ words }) =>
      words.map(({ start, end, startMs, estimated }) => ({
        text: text.slice(start, end),
        startMs,
        ...(estimated ? { estimated } : {}),
      })),
    ),
  );
}

describe('mergeRepeatedCaptions', () => {
  it('says every word of two rolling lines once, at the time it came', () => {
    // As a large video site writes what its recogniser hears: a line comes word by word, then stands, then moves up.
    const file = [
      'WEBVTT',
      'Kind: captions',
      'Language: en',
      '',
      '00:00:00.160 --> 00:00:02.389 align:start position:0%',
      ' ',
      'hello<00:00:00.480><c> there</c><00:00:00.960><c> everyone</c>',
      '',
      '00:00:02.389 --> 00:00:02.399 align:start position:0%',
      'hello there everyone',
      ' ',
      '',
      '00:00:02.399 --> 00:00:04.870 align:start position:0%',
      'hello there everyone',
      'welcome<00:00:02.800><c> to</c><00:00:03.120><c> the</c><00:00:03.300><c> show</c>',
      '',
      '00:00:04.870 --> 00:00:04.880 align:start position:0%',
      'welcome to the show',
      ' ',
      '',
      '00:00:04.880 --> 00:00:07.000 align:start position:0%',
      'welcome to the show',
      'the<00:00:05.200><c> show</c><00:00:05.500><c> begins</c>',
    ].join('\n');
    expect(wordsOf(file)).toEqual([
      { text: 'hello', startMs: 160 },
      { text: 'there', startMs: 480 },
      { text: 'everyone', startMs: 960 },
      { text: 'welcome', startMs: 2399 },
      { text: 'to', startMs: 2800 },
      { text: 'the', startMs: 3120 },
      { text: 'show', startMs: 3300 },
      { text: 'the', startMs: 4880 },
      { text: 'show', startMs: 5200 },
      { text: 'begins', startMs: 5500 },
    ]);
  });

  it('merges three rolling lines', () => {
    expect(
      merged(
        cue(0, 1000, 'a b'),
        cue(1000, 2000, 'a b\nc d'),
        cue(2000, 3000, 'a b\nc d\ne f'),
        cue(3000, 4000, 'c d\ne f\ng h'),
        cue(4000, 5000, 'e f\ng h\ni'),
      ),
    ).toEqual(['a b', 'c d', 'e f', 'g h', 'i']);
  });

  it('merges lines that are broken anew, and words that move out', () => {
    expect(
      merged(
        cue(0, 1000, 'one two three'),
        cue(1000, 2000, 'two three\nfour'),
        cue(2000, 3000, 'three\nfour five six'),
        cue(3000, 4000, 'four five\nsix seven'),
      ),
    ).toEqual(['one two three', 'four', 'five six', 'seven']);
  });

  it('waits for a line that stands through a pause, in a file that is made so', () => {
    expect(
      merged(
        cue(0, 1000, 'a b'),
        cue(1000, 2000, 'a b\nc d'),
        cue(2000, 3000, 'c d\ne f'),
        cue(9000, 9900, 'e f\ng h'),
      ),
    ).toEqual(['a b', 'c d', 'e f', 'g h']);
  });

  it('knows rolling lines in a file of two or three captions', () => {
    expect(
      merged(cue(0, 2000, 'добрый вечер друзья'), cue(2000, 4000, 'добрый вечер друзья\nначинаем')),
    ).toEqual(['добрый вечер друзья', 'начинаем']);
    expect(merged(cue(0, 2000, 'добрый вечер'), cue(2000, 2010, 'добрый вечер'))).toEqual(['добрый вечер']);
  });

  it('leaves two captions alone in which somebody says it again', () => {
    expect(merged(cue(0, 1000, 'Стой.'), cue(1000, 2000, 'Стой.\nКто идёт?'))).toEqual([
      'Стой.',
      'Стой.\nКто идёт?',
    ]);
    expect(merged(cue(0, 1000, 'Ну пойдём.'), cue(1000, 2000, 'Ну пойдём.'))).toEqual([
      'Ну пойдём.',
      'Ну пойдём.',
    ]);
    expect(merged(cue(0, 1000, 'Я думаю'), cue(1000, 2000, 'Я думаю так'))).toEqual([
      'Я думаю',
      'Я думаю так',
    ]);
  });

  it('drops a caption that stands there twice', () => {
    expect(merged(cue(0, 1000, 'Да.'), cue(0, 1000, 'Да.'), cue(1000, 2000, 'Нет.'))).toEqual([
      'Да.',
      'Нет.',
    ]);
  });

  it('leaves repetitions of people alone', () => {
    const texts = [
      'I think',
      'I think so',
      'so do I',
      'and then we',
      'went',
      'home',
      'and slept',
      'so',
      'so what',
    ];
    expect(merged(...texts.map((text, at) => cue(at * 1000, at * 1000 + 1000, text)))).toEqual(texts);
  });
});
