import { describe, expect, it } from 'vitest';
import { madeText, madeTranscript } from './testing/made-text.ts';
import { writeVtt } from './write-vtt.ts';

const written = (text = madeText()): string => [...writeVtt(text)].join('');

describe('writeVtt', () => {
  it('writes a cue a sentence with its voice and the times of its words', () => {
    const lines = written().split('\n');
    expect(lines.slice(0, 8)).toEqual([
      'WEBVTT',
      'Language: ru',
      '',
      'NOTE',
      'Ёлка & <tree>',
      'Шоу · Anna · 2026-11-12',
      'https://example.org/1?a=1&b="2"',
      '',
    ]);
    expect(lines[8]).toBe('00:00:01.000 --> 00:00:03.250');
    expect(lines[9]).toMatch(/^<v Анна Ёлкина>Всё <00:00:01.500>ещё <00:00:02.040>впереди /);
    expect(lines[9]).toContain('&amp;');
  });

  it('divides what is too long for a picture between words', () => {
    const cues = written().split('\n\n').slice(4);
    expect(cues.length).toBeGreaterThan(1);
    for (const cue of cues) {
      const said = cue.split('\n')[1]!.replace(/<[^>]*>/g, '');
      expect(said.length).toBeLessThanOrEqual(84);
    }
  });

  it('keeps a title from ending its comment', () => {
    const about = { title: 'a --> b\n\n00:01.000 --> 00:02.000\nfalse', show: '' };
    expect(madeTranscript(written(madeText({ about }))).paragraphs[0]?.text).toMatch(/^Всё/);
  });

  it('leaves out sentences without times', () => {
    const transcript = madeTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\nOne. Two.\n');
    const [paragraph] = transcript.paragraphs;
    const [first, second] = paragraph!.sentences;
    const { startMs: _start, endMs: _end, ...bare } = second!;
    const words = bare.words.map(({ start, end }) => ({ start, end }));
    const partly = { ...paragraph!, sentences: [first!, { ...bare, words }] };
    const text = madeText({ transcript: { ...transcript, paragraphs: [partly] } });
    expect(written(text)).toContain('One.');
    expect(written(text)).not.toContain('Two.');
  });
});
