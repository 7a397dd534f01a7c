import { describe, expect, it } from 'vitest';
import { findSpeakers } from './find-speakers.ts';
import { readSpeakerPrefix } from './speaker-prefix.ts';

/** The lines of a text, with `who | words` where a speaker is told from words. */
function told(lines: readonly string[], persons: readonly string[] = []): string[] {
  const openings = lines.map(readSpeakerPrefix);
  const speakers = findSpeakers(openings, persons);
  return lines.map((line, at) => {
    const prefix = openings[at];
    return prefix && speakers.has(prefix.key) ? `${prefix.speaker} | ${line.slice(prefix.length)}` : line;
  });
}

const prose = [
  'В понедельник суд продолжил слушания.',
  'Обвинение настаивает на своём.',
  'Защита возражает.',
  'Решение ждут к вечеру.',
];

describe('findSpeakers', () => {
  it.each([
    ['Cyrillic', 'Анна', 'Борис'],
    ['Latin', 'Anna', 'Bob Smith'],
    ['full names', 'Анна Каренина', 'Алексей Вронский'],
    ['initials', 'А. С. Пушкин', 'И.И. Иванов'],
    ['initials alone', 'А.П.', 'Л.Т.'],
    ['capitals', 'ИВАНОВ', 'МУЖЧИНА В ЗАЛЕ'],
    ['places', 'Ведущая', 'Из зала'],
    ['numbers', 'Speaker 1', 'Спикер 2'],
    ['roles', 'Ведущий', 'Гость программы'],
    ['English roles', 'Host', 'Unidentified male'],
    ['questions', 'Вопрос', 'Ответ'],
    ['numbered questions', 'Вопрос 1', 'Ответ'],
    ['letters', 'В', 'О'],
    ['letters with dots', 'Q.', 'A.'],
    ['a role in brackets', 'Анна (ведущая)', 'Борис Иванов (главный редактор)'],
    ['a role after a comma', 'Анна Каренина, ведущая', 'Борис Иванов, директор школы'],
    ['a nickname', '«Тихий»', 'Анна «Лиса» Петрова'],
    ['an apostrophe', 'O’Brien', 'Mary-Jane'],
    ['particles', 'Ludwig van Beethoven', 'Charles de Gaulle'],
    ['two at once', 'Анна и Борис', 'Все'],
    ['brackets', '[Анна]', '[Борис]'],
    ['another script', '田中', '佐藤'],
  ])('tells %s', (_, one, other) => {
    const lines = [`${one}: Что: опять?`, `${other}: 12:30, да.`, `${one}: «Нет».`, `${other}: Да!`];
    const name = (speaker: string) => speaker.replace(/^\[|\]$/g, '');
    expect(told(lines)).toEqual([
      `${name(one)} | Что: опять?`,
      `${name(other)} | 12:30, да.`,
      `${name(one)} | «Нет».`,
      `${name(other)} | Да!`,
    ]);
  });

  it('tells capitals before a dash, where they come back', () => {
    const lines = [
      'А. ВЕНЕДИКТОВ – Добрый вечер.',
      'СЛУШАТЕЛЬ — Здравствуйте!',
      'А.ВЕНЕДИКТОВ – Вопрос – ответ.',
      'СЛУШАТЕЛЬ — Нет.',
    ];
    expect(told(lines)).toEqual([
      'А. ВЕНЕДИКТОВ | Добрый вечер.',
      'СЛУШАТЕЛЬ | Здравствуйте!',
      'А.ВЕНЕДИКТОВ | Вопрос – ответ.',
      'СЛУШАТЕЛЬ | Нет.',
    ]);
  });

  it('leaves capitals before a dash alone that are words', () => {
    const lines = ['США – это страна.', 'МОСКВА – Сегодня пошёл снег.', 'США – Россия 2:3.', ...prose];
    expect(told(lines)).toEqual(lines);
  });

  it('keeps what a speaker says after a second colon', () => {
    expect(told(['Анна: Ответ: нет: никогда'])).toEqual(['Анна | Ответ: нет: никогда']);
  });

  it('hears an interrupted speaker who goes on without a capital', () => {
    expect(told(['Анна: Я', 'Борис: Да.', 'Анна: и ещё', 'Борис: Нет.'])).toEqual([
      'Анна | Я',
      'Борис | Да.',
      'Анна | и ещё',
      'Борис | Нет.',
    ]);
  });

  it.each([
    'Прогноз: Москву зальёт',
    'Путин: Россия готова к переговорам',
    'Вывод: так нельзя.',
    'Главный Вопрос: Кто виноват?',
    'Ответ: нет.',
    'Эксперты: цены вырастут',
    'Note: this matters',
    'Важно: сначала вода',
    'Плюсы: дёшево и быстро',
    'And then he said to me: no',
    'Он сказал: «Нет»',
    '12:30 is late',
    'https://example.com is where',
    'Нью-Йорк: город контрастов',
    'В. Путин приехал в Тулу.',
  ])('leaves “%s” in an article alone', (line) => {
    const article = [...prose, line, ...prose];
    expect(told(article)).toEqual(article);
  });

  it('leaves a label that comes back alone', () => {
    const article = ['Плюсы: Дёшево.', ...prose, 'Плюсы: Быстро.', 'Цена: 500 руб.', 'Цена: 700 руб.'];
    expect(told(article)).toEqual(article);
  });

  it('leaves initials alone that only look like question and answer', () => {
    const article = [
      ...prose,
      'В. Путин приехал в Тулу.',
      ...prose,
      'О. Генри умер в 1910 г.',
      'A. Smith won.',
    ];
    expect(told(article)).toEqual(article);
  });

  it('tells questions and answers that open most lines', () => {
    expect(told(['В. Где вы были?', 'О. Дома.', 'В. Один?', 'О. Один.'])[2]).toBe('В | Один?');
  });

  it('believes a name that comes back, or that the feed knows', () => {
    expect(told([...prose, 'Анна: Да.', ...prose, 'Анна: Нет.', ...prose])[4]).toBe('Анна | Да.');
    const once = [...prose, 'Вронский: Да.', ...prose];
    expect(told(once)).toEqual(once);
    expect(told(once, ['Алексей Вронский'])[4]).toBe('Вронский | Да.');
  });

  it('believes one more full name in a conversation', () => {
    const talk = [
      'Анна: Да.',
      ...prose,
      'Борис: Нет.',
      ...prose,
      'Анна: Да.',
      ...prose,
      'Борис: Нет.',
      ...prose,
    ];
    expect(told([...talk, 'Пётр Петров: Можно вопрос?']).at(-1)).toBe('Пётр Петров | Можно вопрос?');
  });
});
