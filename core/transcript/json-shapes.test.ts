import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

/** Who says what from when to when; words with times of their own as `word@start`. */
function read(document: unknown): string[] {
  const cues = parseJson(typeof document === 'string' ? document : JSON.stringify(document))?.cues ?? [];
  return cues.map(({ speaker, startMs, endMs, text, words }) => {
    const timed = words?.map((word) => `${text.slice(word.start, word.end)}@${word.startMs}`).join(' ');
    return `${startMs}-${endMs} ${speaker ? `${speaker}: ` : ''}${text}${timed ? ` [${timed}]` : ''}`;
  });
}

const word = (text: string, start: number, end: number) => ({ word: text, start, end });

describe('parseJson: shapes in use', () => {
  it.each<[string, unknown, string[]]>([
    [
      'the podcast namespace, word by word',
      {
        version: '1.0.0',
        segments: [
          { speaker: 'Анна', startTime: 0.5, endTime: 0.8, body: 'Да,' },
          { speaker: 'Анна', startTime: 0.8, endTime: 1.25, body: ' конечно.  ' },
        ],
      },
      ['500-800 Анна: Да,', '800-1250 Анна: конечно.'],
    ],
    [
      'Whisper with words',
      {
        text: ' Hi there.',
        language: 'en',
        segments: [
          {
            id: 0,
            start: 0,
            end: 1.5,
            text: ' Hi there.',
            words: [word(' Hi', 0, 0.5), word(' there.', 0.6, 1.5)],
          },
        ],
      },
      ['0-1500 Hi there. [Hi@0 there.@600]'],
    ],
    [
      'Whisper with words beside the segments',
      {
        segments: [
          { start: 0, end: 1, text: 'Hi there.' },
          { start: 1, end: 2, text: 'Bye.' },
        ],
        words: [word('Hi', 0, 0.4), word('there', 0.4, 1), word('Bye', 1.2, 1.6)],
      },
      ['0-1000 Hi there. [Hi@0 there@400]', '1000-2000 Bye. [Bye@1200]'],
    ],
    [
      'pieces of words',
      {
        segments: [
          { start: 0, end: 0.2, text: ' I' },
          { start: 0.2, end: 0.4, text: ' can' },
          { start: 0.4, end: 0.5, text: "'t" },
          { start: 0.5, end: 0.9, text: ' go.' },
        ],
      },
      ['0-200 I', "200-500 can't", '500-900 go.'],
    ],
    [
      'whisper.cpp',
      {
        result: { language: 'ru' },
        transcription: [
          {
            timestamps: { from: '00:00:01,000', to: '00:00:02,500' },
            offsets: { from: 1000, to: 2500 },
            text: ' Да.',
          },
        ],
      },
      ['1000-2500 Да.'],
    ],
    [
      'Amazon Transcribe',
      {
        results: {
          language_code: 'en-US',
          transcripts: [{ transcript: 'Hi there.' }],
          speaker_labels: {
            segments: [{ speaker_label: 'spk_0', items: [{ start_time: '0.04', speaker_label: 'spk_0' }] }],
          },
          items: [
            { start_time: '0.04', end_time: '0.3', type: 'pronunciation', alternatives: [{ content: 'Hi' }] },
            { type: 'punctuation', alternatives: [{ content: ',' }] },
            {
              start_time: '0.5',
              end_time: '0.9',
              type: 'pronunciation',
              speaker_label: 'spk_1',
              alternatives: [{ content: 'there' }],
            },
            { type: 'punctuation', alternatives: [{ content: '.' }] },
          ],
        },
      },
      ['40-300 spk_0: Hi,', '500-900 spk_1: there.'],
    ],
    [
      'Deepgram',
      {
        results: {
          channels: [
            {
              detected_language: 'en',
              alternatives: [
                {
                  transcript: 'Hi there.',
                  words: [
                    { word: 'hi', punctuated_word: 'Hi', start: 0.1, end: 0.4, speaker: 0 },
                    { word: 'there', punctuated_word: 'there.', start: 0.5, end: 0.9, speaker: 0 },
                  ],
                },
              ],
            },
          ],
        },
      },
      ['100-400 0: Hi', '500-900 0: there.'],
    ],
    [
      'AssemblyAI, in milliseconds',
      {
        language_code: 'en_us',
        utterances: [
          {
            speaker: 'A',
            start: 250,
            end: 1400,
            text: 'Hi there.',
            words: [
              { text: 'Hi', start: 250, end: 650 },
              { text: 'there.', start: 730, end: 1400 },
            ],
          },
        ],
      },
      ['250-1400 A: Hi there. [Hi@250 there.@730]'],
    ],
    [
      'Google',
      {
        results: [
          {
            alternatives: [
              {
                transcript: 'Hi there',
                words: [
                  { word: 'Hi', startTime: '0.100s', endTime: '0.400s', speakerTag: 1 },
                  { word: 'there', startTime: '1s', endTime: '1.5s', speakerTag: 2 },
                ],
              },
            ],
          },
        ],
      },
      ['100-400 1: Hi', '1000-1500 2: there'],
    ],
    [
      'Speechmatics',
      {
        results: [
          { type: 'word', start_time: 0.1, end_time: 0.4, alternatives: [{ content: 'Hi', speaker: 'S1' }] },
          {
            type: 'punctuation',
            start_time: 0.4,
            end_time: 0.4,
            alternatives: [{ content: '!', speaker: 'S1' }],
          },
        ],
      },
      ['100-400 S1: Hi!'],
    ],
    [
      'Rev',
      {
        speakers: [{ id: 0, name: 'Ann' }],
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Hi', ts: 0.1, end_ts: 0.4 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'there', ts: 0.5, end_ts: 0.9 },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
      ['100-400 Ann: Hi', '500-900 Ann: there.'],
    ],
    [
      'a video site’s captions',
      {
        events: [
          { tStartMs: 0, dDurationMs: 100, id: 1 },
          {
            tStartMs: 160,
            dDurationMs: 4000,
            segs: [{ utf8: 'hi' }, { utf8: ' there', tOffsetMs: 320 }],
          },
          { tStartMs: 4000, dDurationMs: 10, segs: [{ utf8: '\n' }] },
        ],
      },
      ['160-4160 hi there [hi@160 there@480]'],
    ],
    [
      'Microsoft',
      {
        recognizedPhrases: [
          {
            speaker: 1,
            offsetInTicks: 7_000_000,
            durationInTicks: 10_000_000,
            nBest: [
              {
                display: 'Hi.',
                words: [{ word: 'hi', offsetInTicks: 7_000_000, durationInTicks: 5_000_000 }],
              },
            ],
          },
        ],
      },
      ['700-1700 1: Hi.'],
    ],
    [
      'Podlove',
      [
        {
          start: '00:00:01.000',
          start_ms: 1000,
          end: '00:00:02.000',
          end_ms: 2000,
          voice: 'ann',
          text: 'Hi',
        },
      ],
      ['1000-2000 ann: Hi'],
    ],
    [
      'Podlove, grouped',
      { transcript: [{ speaker: 'ann', items: [{ start_ms: 1000, end_ms: 2000, text: 'Hi' }] }] },
      ['1000-2000 ann: Hi'],
    ],
    [
      'Vosk',
      { result: [word('hi', 0.1, 0.4), word('there', 0.5, 0.9)], text: 'hi there' },
      ['100-400 hi', '500-900 there'],
    ],
    [
      'a bare list of words',
      [word('hi', 0.1, 0.4), word('there', 0.5, 0.9)],
      ['100-400 hi', '500-900 there'],
    ],
    [
      'an object a line',
      '{"start":1,"end":2,"text":"Hi"}\n{"start":2,"end":3,"text":"there"}\n',
      ['1000-2000 Hi', '2000-3000 there'],
    ],
    ['a number that is none', '{"segments":[{"start":1,"end":2,"text":"Hi","p":NaN}]}', ['1000-2000 Hi']],
  ])('%s', (_, document, expected) => {
    expect(read(document)).toEqual(expected);
  });
});

describe('parseJson: files broken off', () => {
  const file = JSON.stringify({
    version: '1.0.0',
    segments: Array.from({ length: 20 }, (_, at) => ({
      startTime: at,
      endTime: at + 1,
      body: `Слово "${at}" [x}`,
    })),
  });

  it('reads every whole segment, wherever the file ends', () => {
    for (let end = file.length - 1; end > 0; end -= 1) {
      const cut = file.slice(0, end);
      const whole = cut.split('"}').length - 1;
      const parsed = parseJson(cut);
      if (whole === 0) expect(parsed).toBeUndefined();
      else expect(parsed).toMatchObject({ isCut: true, cues: { length: whole } });
    }
  });

  it('passes over what follows the end', () => {
    expect(parseJson(`${file}\n<!-- served in 3 ms -->`)?.cues).toHaveLength(20);
  });
});
