import { describe, expect, it } from 'vitest';
import { parseText } from './parse-text.ts';

const texts = (text: string): string[] => parseText(text).map((paragraph) => paragraph.text);

describe('parseText', () => {
  it('parts paragraphs at blank lines and joins wrapped lines', () => {
    expect(texts('One line\nand another.\n\n\nTwo.')).toEqual(['One line and another.', 'Two.']);
  });

  it('takes every line for a paragraph when lines are whole', () => {
    expect(texts('First paragraph.\nSecond paragraph.')).toEqual(['First paragraph.', 'Second paragraph.']);
  });

  it('joins lines wrapped by an editor', () => {
    expect(texts('A text that was\nwrapped where the\nwindow ended.')).toEqual([
      'A text that was wrapped where the window ended.',
    ]);
  });

  it('takes stamps out and remembers where they stood', () => {
    expect(parseText('[00:10] One. [00:20] Two.')).toEqual([
      {
        text: 'One. Two.',
        marks: [
          { at: 0, startMs: 10_000 },
          { at: 5, startMs: 20_000 },
        ],
      },
    ]);
  });

  it.each([
    'Анна: Да: нет',
    '[00:05] Анна: Да: нет',
    '0:05 Анна: Да: нет',
    'Анна 0:05\nДа: нет',
    'Анна [00:05]:\nДа: нет',
    'Анна (00:05): Да: нет',
  ])('finds the speaker in “%s”', (text) => {
    expect(parseText(text)).toMatchObject([{ text: 'Да: нет', speaker: 'Анна' }]);
  });

  it('keeps times that are talked about', () => {
    expect(parseText('We met at 12:30 and left.')).toEqual([
      { text: 'We met at 12:30 and left.', marks: [] },
    ]);
  });

  it.each([
    '10:30 утра было темно.\n\nПотом рассвело.\n\nВсе встали.',
    '12:45 Президент прибыл на место. ' + 'Журналисты ждут. '.repeat(30) + '\n\n12:50 Президент уехал.',
    'Мы встретились (12:30) и ушли.\n\nПотом вернулись.\n\nСтих (3:16) известен всем.\n\nСтих (1:2) тоже.',
    'Счёт 3:00 держался долго.\n\nМатч кончился.\n\nВсё.',
  ])('leaves times of the day alone: %s', (text) => {
    expect(parseText(text).flatMap(({ marks }) => marks)).toEqual([]);
    expect(texts(text)).toEqual(text.split('\n\n').map((paragraph) => paragraph.trim()));
  });

  it('keeps a capitalised phrase before a colon in an article', () => {
    expect(parseText('Суд начался в полдень.\n\nГлавный Вопрос: кто виноват?\n\nОтвета нет.')[1]).toEqual({
      text: 'Главный Вопрос: кто виноват?',
      marks: [],
    });
  });

  it('reads an interview without dashes', () => {
    const text = 'Ведущий: Кто вы?\nВедущий: Ну?\nИванов: Я: никто.\nЭто всё.\nВедущий: Да?\nИванов: Да.';
    expect(parseText(text).map(({ speaker, text: said }) => [speaker, said])).toEqual([
      ['Ведущий', 'Кто вы?'],
      ['Ведущий', 'Ну?'],
      ['Иванов', 'Я: никто.'],
      [undefined, 'Это всё.'],
      ['Ведущий', 'Да?'],
      ['Иванов', 'Да.'],
    ]);
  });
});
