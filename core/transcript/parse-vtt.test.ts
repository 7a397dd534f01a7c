import { describe, expect, it } from 'vitest';
import { parseVtt } from './parse-vtt.ts';

const vtt = (...lines: string[]): string => ['WEBVTT', '', ...lines].join('\n');
const texts = (file: string): string[] => parseVtt(file).cues.map((cue) => cue.text);

describe('parseVtt: blocks and times', () => {
  it('reads cues with and without identifiers, hours and settings', () => {
    const { cues } = parseVtt(
      vtt(
        'a',
        '00:01.000 --> 00:02.500 align:start line:0',
        'One',
        '',
        '100:00:00.000 --> 100:00:01.000',
        'Two',
      ),
    );
    expect(cues).toEqual([
      { id: 'a', startMs: 1000, endMs: 2500, text: 'One' },
      { id: '', startMs: 360_000_000, endMs: 360_001_000, text: 'Two' },
    ]);
  });

  it('passes over notes, styles and regions', () => {
    const file = vtt(
      'STYLE',
      '::cue { color: red }',
      '',
      'REGION',
      'id:fred',
      '',
      'NOTE',
      'said to nobody',
      '',
      '00:01.000 --> 00:02.000',
      'Said',
    );
    expect(texts(file)).toEqual(['Said']);
  });

  it('takes any line end, a byte order mark, and text after the signature', () => {
    expect(texts('\ufeffWEBVTT - title\r\n\r\n00:01.000 --> 00:02.000\r\nOne\rTwo')).toEqual(['One\nTwo']);
  });

  it('starts a new cue at an arrow even without a blank line', () => {
    expect(texts(vtt('00:01.000 --> 00:02.000', 'One', '00:02.000 --> 00:03.000', 'Two'))).toEqual([
      'One',
      'Two',
    ]);
  });

  it('reads nothing without the signature', () => {
    expect(parseVtt('WEBVTTS\n\n00:01.000 --> 00:02.000\nOne')).toMatchObject({
      hasSignature: false,
      cues: [],
    });
  });

  it('counts times that are not to the specification, and mends them when lenient', () => {
    const file = vtt(
      '00:01,000 --> 00:02,5',
      'Comma',
      '',
      '0:1 -> nowhere',
      'Lost',
      '',
      'x --> y',
      'Lost too',
    );
    expect(parseVtt(file)).toMatchObject({ cues: [], brokenTimings: 2 });
    expect(parseVtt(file, { lenient: true })).toMatchObject({
      cues: [{ startMs: 1000, endMs: 2500, text: 'Comma' }],
      brokenTimings: 1,
      mendedTimings: 1,
    });
  });
});

describe('parseVtt: cue text', () => {
  const one = (payload: string) => parseVtt(vtt('00:01.000 --> 00:05.000', payload)).cues;

  it.each([
    ['<b>bold <i.loud>it</i></b>', 'bold it'],
    ['fish &amp; chips &lt;3 &nbsp;&eacute;', 'fish & chips <3 é'],
    ['<c.yellow>class</c> and <unknown>tag</unknown>', 'class and tag'],
    ['<lang ru>да</lang>', 'да'],
    ['<ruby>漢<rt>kan</rt></ruby>字', '漢字'],
    ['3 < 5', '3'],
    ['  two   spaces  ', 'two spaces'],
  ])('%s', (payload, expected) => {
    expect(one(payload).map((cue) => cue.text)).toEqual([expected]);
  });

  it('names the voice, which holds until the next one', () => {
    const { cues } = parseVtt(
      vtt('00:01.000 --> 00:02.000', '<v.first Мария &amp; Co>Да', '', '00:02.000 --> 00:03.000', 'нет'),
    );
    expect(cues.map((cue) => [cue.speaker, cue.text])).toEqual([
      ['Мария & Co', 'Да'],
      ['Мария & Co', 'нет'],
    ]);
  });

  it('makes a cue for each voice and shares the time by length', () => {
    expect(one('<v Ann>abcd</v><v Bob>abcdabcdabcd</v>')).toEqual([
      { id: '', startMs: 1000, endMs: 2000, text: 'abcd', speaker: 'Ann' },
      { id: '', startMs: 2000, endMs: 5000, text: 'abcdabcdabcd', speaker: 'Bob' },
    ]);
  });

  it('gives the words between time stamps their times', () => {
    const [cue] = one('Never <00:02.000><c> drink</c> <00:03.500>liquid nitrogen');
    expect(cue?.text).toBe('Never drink liquid nitrogen');
    expect(
      cue?.words?.map((word) => [cue.text.slice(word.start, word.end).trim(), word.startMs, word.endMs]),
    ).toEqual([
      ['Never', 1000, 2000],
      ['drink', 2000, 3500],
      ['liquid nitrogen', 3500, 5000],
    ]);
  });
});
