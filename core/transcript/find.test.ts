import { describe, expect, it } from 'vitest';
import { findInTranscript } from './find.ts';

const findAll = (...args: Parameters<typeof findInTranscript>) => [...findInTranscript(...args)].flat();

const transcript = (...texts: string[]) => ({ paragraphs: texts.map((text) => ({ text, sentences: [] })) });

function found(text: string, query: string): string[] {
  return findAll(transcript(text), query).map(({ start, end }) => text.slice(start, end));
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
    ['иод', 'йод', []],
    ['anything', '  ', []],
  ])('%s / %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it.each([
    ['Говорит и говорили, заговор', 'говорить', ['Говорит', 'говорили']],
    ['в новом городе, новостях', 'новый город', ['новом городе']],
    ['ёлками', 'ёлку', ['ёлками']],
    ['He decided. Undecided.', 'deciding', ['decided']],
    ['two cities, a city', 'city', ['cities', 'city']],
    ['новый, город', 'новые города', ['новый, город']],
    ['новый и город', 'новые города', []],
  ])('forms: %s / %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('finds what is written and its forms once, in order', () => {
    expect(found('говорят, говорил, говорила', 'говорил')).toEqual(['говорят', 'говорил', 'говорил']);
  });

  it('finds forms at their true places behind letters of two units', () => {
    expect(found('за\u0301мка и за\u0301мки, го\u0301рода', 'город')).toEqual(['го\u0301рода'.slice(0, 6)]);
    expect(found('за\u0301мка и го\u0301рода', 'городом')).toEqual(['го\u0301рода']);
  });

  it('knows no forms of other languages', () => {
    const text = transcript('Die Kosten kosteten');
    expect(findAll({ ...text, language: 'de' }, 'kosted')).toEqual([]);
    expect(findAll({ ...text, language: 'en-GB' }, 'koste')).not.toEqual([]);
  });

  it('says in which paragraph', () => {
    expect(findAll(transcript('no', 'yes no'), 'NO')).toEqual([
      { paragraph: 0, start: 0, end: 2 },
      { paragraph: 1, start: 4, end: 6 },
    ]);
  });

  it('looks through a long text in pieces, and finds in them what is there', () => {
    const paragraph = 'Когда зажглись огни гавани, лоцман говорил громко. '.repeat(100);
    const pieces = [...findInTranscript(transcript(...Array<string>(40).fill(paragraph)), 'лоцман')];
    expect(pieces.length).toBeGreaterThan(8);
    expect(pieces.flat()).toHaveLength(4000);
    expect(pieces.flat().map((hit) => hit.paragraph)).toEqual(
      Array.from({ length: 4000 }, (_, at) => Math.floor(at / 100)),
    );
  });
});
