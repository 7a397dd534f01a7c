import { describe, expect, it } from 'vitest';
import { parseSrt } from './parse-srt.ts';

const said = (srt: string) => parseSrt(srt).map((cue) => cue.text);

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
    expect(said(srt)).toEqual(['It was\n1984', 'Or 85']);
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
    ).toEqual(['One\nmore', 'Two']);
  });

  it('takes off formatting and nothing else', () => {
    expect(
      said(
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Wait</i> <font color="red">for</font> 3 < 5 &amp; me',
      ),
    ).toEqual(['Wait for 3 < 5 & me']);
  });

  it('leaves names before the words to whoever knows the whole file', () => {
    expect(said('1\n00:00:01,000 --> 00:00:02,000\nАнна: Ответ: нет')).toEqual(['Анна: Ответ: нет']);
  });
});
