import { describe, expect, it } from 'vitest';
import { parseSrt } from '../transcript/parse-srt.ts';
import { captionsOf } from './captions.ts';
import { canBeSavedAs, textFormats, writeTextAs } from './export-format.ts';
import type { TextFormat } from './export-format.ts';
import { madeText, madeTranscript, wordsOf } from './testing/made-text.ts';

const written = (format: TextFormat, text = madeText()): string => [...writeTextAs(format, text)].join('');
const untimed = { timing: 'none' } as const;

describe('what is written and read back', () => {
  it.each(['vtt', 'json'] as const)('has the same words, speakers and times: %s', (format) => {
    const text = madeText();
    expect(wordsOf(madeTranscript(written(format)))).toEqual(wordsOf(text.transcript));
    expect(madeTranscript(written(format)).timing).toBe('word');
    expect(madeTranscript(written(format)).language).toBe('ru');
  });

  it('has the same words and times of captions, a name where it changes: srt', () => {
    const text = madeText();
    const read = parseSrt(written('srt'));
    const bare = ({ text: said, startMs, endMs }: { text: string; startMs: number; endMs: number }) => ({
      said: said.replace(/^(?:Анна Ёлкина|Bob): /, ''),
      startMs,
      endMs,
    });
    expect(read.map(bare)).toEqual([...captionsOf(text.transcript)].map(bare));
    expect(read.filter(({ text: said }) => said.startsWith('Bob: '))).toHaveLength(1);
  });

  it('has the same words: html', () => {
    const said = (from: ReturnType<typeof madeTranscript>): string =>
      wordsOf(from)
        .map(({ text }) => text)
        .join(' ');
    const [first, second] = madeText().transcript.paragraphs;
    const back = madeTranscript(written('html'));
    for (const paragraph of [first!, second!])
      expect(said(back)).toContain(said({ ...back, paragraphs: [paragraph] }));
    expect(back.paragraphs.map(({ speaker }) => speaker)).toEqual(
      expect.arrayContaining(['Анна Ёлкина', 'Bob']),
    );
  });

  it('does not make times of estimates', () => {
    const cue = 'WEBVTT\n\n00:01.000 --> 00:03.000\nThree words here.\n';
    const text = madeText({ transcript: madeTranscript(cue) });
    expect(madeTranscript(written('vtt', text)).timing).toBe('cue');
    expect(madeTranscript(written('json', text)).timing).toBe('cue');
  });

  it('stays the same at the second writing', () => {
    for (const format of ['vtt', 'json'] as const) {
      const once = madeTranscript(written(format));
      const twice = madeTranscript(written(format, madeText({ transcript: once })));
      expect(wordsOf(twice)).toEqual(wordsOf(once));
    }
  });
});

describe('canBeSavedAs', () => {
  it('asks for times where a format is made of them', () => {
    expect(textFormats.filter((format) => canBeSavedAs(format, untimed))).toEqual([
      'markdown',
      'text',
      'html',
    ]);
    expect(textFormats.every((format) => canBeSavedAs(format, { timing: 'cue' }))).toBe(true);
  });
});
