import { describe, expect, it } from 'vitest';
import { parseSrt } from './parse-srt.ts';

const said = (srt: string) => parseSrt(srt).map((cue) => [cue.speaker ?? null, cue.text]);

describe('parseSrt', () => {
  it('reads numbers, commas and dots', () => {
    expect(
      parseSrt('1\n00:00:01,500 --> 00:00:02,000\nOne\n\n2\n00:00:02.5 --> 0:00:03\nTwo\nlines\n'),
    ).toEqual([
      { id: '1', startMs: 1500, endMs: 2000, text: 'One' },
      { id: '2', startMs: 2500, endMs: 3000, text: 'Two\nlines' },
    ]);
  });

  it('does without numbers and blank lines, and keeps numbers that are said', () => {
    const srt = '00:00:01,000 --> 00:00:02,000\nIt was\n1984\n00:00:02,000 --> 00:00:03,000\nOr 85';
    expect(said(srt)).toEqual([
      [null, 'It was\n1984'],
      [null, 'Or 85'],
    ]);
  });

  it('finds numbers in files without blank lines', () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\nTwo';
    expect(parseSrt(srt).map((cue) => [cue.id, cue.text])).toEqual([
      ['1', 'One'],
      ['2', 'Two'],
    ]);
  });

  it('keeps what follows a blank line inside a cue', () => {
    expect(
      said(
        '1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\n\r\nmore\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo',
      ),
    ).toEqual([
      [null, 'One\nmore'],
      [null, 'Two'],
    ]);
  });

  it('takes off formatting and nothing else', () => {
    expect(
      said(
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Wait</i> <font color="red">for</font> 3 < 5 &amp; me',
      ),
    ).toEqual([[null, 'Wait for 3 < 5 & me']]);
  });

  it('splits off names, Cyrillic too, keeps later colons, and lets a name hold', () => {
    const cue = (at: number, text: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${text}\n\n`;
    const srt =
      cue(1, 'Анна Каренина: Ответ: нет') +
      cue(2, 'и ещё') +
      cue(3, 'SPEAKER 2: At 12:30') +
      cue(4, 'he said: stop');
    expect(said(srt)).toEqual([
      ['Анна Каренина', 'Ответ: нет'],
      ['Анна Каренина', 'и ещё'],
      ['SPEAKER 2', 'At 12:30'],
      ['SPEAKER 2', 'he said: stop'],
    ]);
  });

  it.each([
    'Note: this matters',
    'Важно: сначала вода',
    'And then he said to me: no',
    '12:30 is late',
    'https://example.com is where',
  ])('sees no name in “%s”', (text) => {
    expect(said(`1\n00:00:01,000 --> 00:00:02,000\n${text}`)).toEqual([[null, text]]);
  });
});
