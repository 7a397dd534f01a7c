import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';
import { pseudoRandom } from './testing/pseudo-random.ts';
import { readMarkedPassage } from './testing/marked-passage.ts';

describe('splitSentences in other languages and without them', () => {
  it.each([
    '今日は。|元気ですか？|はい。',
    'كيف حالك؟ | جيد.',
    '¿Qué tal? | ¡Muy bien! | Adiós.',
    'Er sagte: »Ja.« | Sie ging.',
    '♪ La la la ♪ Thank you. ♪',
    'The end. * * *',
  ])('%s', (passage) => {
    const { text, sentences } = readMarkedPassage(passage);
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it('finds none in white space', () => {
    expect(splitSentences(' \n ')).toEqual([]);
  });

  it('holds everything but white space, in order and trimmed, whatever the text', () => {
    const next = pseudoRandom(20_261_201);
    const tokens = [
      'А.',
      'т.',
      'е.',
      'г.',
      'Mr.',
      'U.S.',
      '«',
      '»',
      '"',
      '…',
      '...',
      '. .',
      '?!',
      '—',
      'Да',
      'нет',
      '5',
      '3.5',
      ' ',
      '\n',
      '。',
      '\ud83d',
      '😀',
      '[1]',
      ')',
      'iPhone',
    ];
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from(
        { length: next(30) },
        () => (tokens[next(tokens.length)] ?? '') + ' '.repeat(next(3)),
      ).join('');
      const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
      expect(sentences.map((sentence) => sentence.trim())).toEqual(sentences);
      expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(sentences).not.toContain('');
    }
  });
});
