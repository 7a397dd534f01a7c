import { describe, expect, it } from 'vitest';
import { parseTranscript } from './parse-transcript.ts';
import { pseudoRandom } from './testing/pseudo-random.ts';
import { transcriptSchema, type Transcript } from './transcript.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array | string) =>
  parseTranscript(typeof bytes === 'string' ? utf8(bytes) : bytes, { kind: 'publisher' });

/** What every caller relies on: the schema, offsets in order inside one another, word starts that never go back. */
function checkPromises(transcript: Transcript): void {
  transcriptSchema.parse(transcript);
  let lastMs = 0;
  for (const { text, sentences } of transcript.paragraphs) {
    let from = 0;
    for (const sentence of sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(from);
      expect(sentence.end).toBeGreaterThan(sentence.start);
      from = sentence.start;
      for (const word of sentence.words) {
        expect(word.start).toBeGreaterThanOrEqual(from);
        expect(word.end).toBeGreaterThan(word.start);
        from = word.end;
        if (word.startMs === undefined) continue;
        expect(word.startMs).toBeGreaterThanOrEqual(lastMs);
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs);
        lastMs = word.startMs;
      }
      expect(sentence.end).toBeGreaterThanOrEqual(from);
      from = sentence.end;
    }
    expect(text.length).toBe(from);
  }
}

describe('parseTranscript on hostile input', () => {
  const long = 5_000_000;

  /** Each caption repeats all before it. */
  function growing(captions: number): string {
    const cues = Array.from({ length: captions }, (_, at) => {
      const [from, to] = [at, at + 1].map(
        (s) => `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`,
      );
      return `${from}.000 --> ${to}.000\n${'слово '.repeat(at + 1)}`;
    });
    return `WEBVTT\n\n${cues.join('\n\n')}`;
  }

  it.each([
    ['one cue of words', `WEBVTT\n\n00:00.000 --> 10:00.000\n${'word '.repeat(long / 5)}`],
    ['one cue without a space', `WEBVTT\n\n00:00.000 --> 10:00.000\n${'я'.repeat(long)}`],
    ['tags that never close', `WEBVTT\n\n00:00.000 --> 10:00.000\nx ${'<v a'.repeat(long / 4)}`],
    ['open tags', `WEBVTT\n\n00:00.000 --> 10:00.000\nx ${'<b>'.repeat(200_000)}`],
    ['stamps', `WEBVTT\n\n00:00.000 --> 10:00.000\nx ${'<00:01.000>y '.repeat(100_000)}`],
    ['stops', `x ${'. '.repeat(500_000)}`],
    ['one unbroken stop', `x${'!'.repeat(long)} ${'.'.repeat(long)} ${'»'.repeat(long)}`],
    ['words after a stop', `x. ${'Я'.repeat(long)}. ${'-'.repeat(long)}`],
    ['line breaks', `x${'\n'.repeat(long)}y`],
    ['colons', `A${': '.repeat(long / 2)}`],
    ['brackets', `<p>x${'<div>'.repeat(200_000)}`],
    ['closes', `<p>x${'<i>'.repeat(200_000)}${'</b></i>'.repeat(200_000)}`],
    ['entities', `<p>x${'&amp;'.repeat(long / 5)}`],
    ['open lists', '{"segments":['.repeat(400_000)],
    ['nested lists', `${'['.repeat(1_000_000)}${']'.repeat(999_999)}`],
    ['an unfinished string', `{"segments":[{"start":1,"text":"${'x\\'.repeat(long / 2)}`],
    ['segments broken off', `{"segments":[${'{"start":1,"text":"a b"},'.repeat(50_000)}`],
    ['names', 'Анна: '.repeat(long / 6)],
    ['lines of names', 'Анна: да\nБорис: Нет\n'.repeat(50_000)],
    ['stamps in brackets', '[00:01] x '.repeat(200_000)],
    ['names in brackets', `Анна (${'(я '.repeat(500_000)}`],
    ['growing captions', growing(2000)],
    ['arrows', `1\n00:00:01,000 --> 00:00:02,000\nx\n${'-->\n'.repeat(long / 5)}`],
  ])('takes megabytes of %s in its stride', (_, text) => {
    const result = parse(text);
    if (result.ok) checkPromises(transcriptOfFewChecks(result.value));
  });

  /** The promises hold for every paragraph alike; checking a million words one by one would only take time. */
  function transcriptOfFewChecks(transcript: Transcript): Transcript {
    return { ...transcript, paragraphs: transcript.paragraphs.slice(0, 50) };
  }

  it('keeps its promises on scrambled files', () => {
    const seeds = [
      'WEBVTT\n\nid\n00:01.000 --> 00:02.500 align:start\n<v Ann>Hi <00:01.500>there</v> Bob: «Да». — Нет?\n\n',
      '1\n00:00:01,000 --> 00:00:02,000\nАнна: Т. е. да.\n- Yes!\n- No.\n\n',
      '{"segments":[{"speaker":"A","startTime":1,"endTime":0.5,"body":"x. Y","words":[{"word":"Y","start":2}]}]}',
      '<cite>A:</cite><time>0:09</time><p>Один. <b>Two</b></p><time>0:03</time><p>three 今日は</p>',
      '[00:10] A: one. [00:05] two\n\nB 0:20\nthree',
      'WEBVTT\n\n00:00.160 --> 00:02.000\n \nhello<00:00.480><c> there</c>\n\n00:02.000 --> 00:04.000\nhello there\nyou<00:03.000><c> all</c>\n\n',
      '{"results":{"items":[{"start_time":"0.1","alternatives":[{"content":"Hi"}]},{"type":"punctuation","alternatives":[{"content":"."}]}]}}',
      '[{"start":1,"end":2,"text":" I"},{"start":2,"end":3,"text":" can"},{"start":3,"end":4,"text":"t"}]',
      'Ведущий: Кто «там»?\nГость: Я, т. е. А. С. Пушкин (1799–1837 гг.).\nВедущий: — Да? — сказал он. — Нет…\n',
      '<p><b>Анна</b> (00:05):<br>Да: нет.</p><p>Борис: Нет.<br><br>В 1999 г. он ушёл.|Потом</p>',
    ];
    const next = pseudoRandom(20_261_122);
    for (let round = 0; round < 1000; round += 1) {
      const source = (seeds[round % seeds.length] ?? '').repeat(1 + next(3));
      const characters = Array.from(source);
      for (let change = next(12); change >= 0; change -= 1) {
        const at = next(characters.length);
        const junk = [
          '\n',
          '<',
          '-->',
          '00:00',
          '{',
          '"',
          '.',
          '\ud800',
          '\u0301',
          ' ',
          '99:59:59.999',
          '[',
          '&#0;',
          'é',
        ];
        characters.splice(
          at,
          next(4),
          junk[next(junk.length)] ?? '',
          ...characters.slice(next(characters.length), next(characters.length)),
        );
      }
      const result = parse(utf8(characters.join('')));
      if (result.ok) checkPromises(result.value);
    }
  });

  it('never throws on random bytes', () => {
    const next = pseudoRandom(7);
    for (let round = 0; round < 500; round += 1) {
      const bytes = Uint8Array.from({ length: next(400) }, () => next(256));
      const result = parse(bytes);
      if (result.ok) checkPromises(result.value);
    }
  });
});
