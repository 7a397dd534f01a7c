import { describe, expect, it } from 'vitest';
import { findInTranscript } from './find.ts';

const transcript = (...texts: string[]) => ({ paragraphs: texts.map((text) => ({ text, sentences: [] })) });

function found(text: string, query: string): string[] {
  return findInTranscript(transcript(text), query).map(({ start, end }) => text.slice(start, end));
}

describe('findInTranscript', () => {
  it.each([
    ['Ёлка и ёлка', 'елка', ['Ёлка', 'ёлка']],
    ['Café CAFE', 'cafe', ['Café', 'CAFE']],
    ['За\u0301мок стоит', 'замок', ['За\u0301мок']],
    ['cafe\u0301 noir', 'Café', ['cafe\u0301']],
    ['мой и\u0306од', 'йод', ['и\u0306од']],
    ['Don’t stop', "don't  STOP", ['Don’t stop']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['мои', 'мой', []],
    ['anything', '  ', []],
  ])('%s / %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('says in which paragraph', () => {
    expect(findInTranscript(transcript('no', 'yes no'), 'NO')).toEqual([
      { paragraph: 0, start: 0, end: 2 },
      { paragraph: 1, start: 4, end: 6 },
    ]);
  });
});
