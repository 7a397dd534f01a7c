import { expect, it } from 'vitest';
import type { OrdinalEnding } from './russian-ordinal.ts';
import { russianOrdinal } from './russian-ordinal.ts';

it.each<[number, OrdinalEnding, string]>([
  [1, 'ый', 'первый'],
  [2, 'ый', 'второй'],
  [5, 'ого', 'пятого'],
  [6, 'ый', 'шестой'],
  [11, 'ом', 'одиннадцатом'],
  [20, 'ого', 'двадцатого'],
  [21, 'ый', 'двадцать первый'],
  [40, 'ые', 'сороковые'],
  [90, 'ых', 'девяностых'],
  [100, 'ая', 'сотая'],
  [1812, 'ого', 'тысяча восемьсот двенадцатого'],
  [1900, 'ом', 'тысяча девятисотом'],
  [1923, 'ом', 'тысяча девятьсот двадцать третьем'],
  [1990, 'ых', 'тысяча девятьсот девяностых'],
  [2000, 'ого', 'двухтысячного'],
  [2024, 'ый', 'две тысячи двадцать четвёртый'],
  [2100, 'ый', 'две тысячи сотый'],
])('says %d with -%s: %s', (number, ending, said) => {
  expect(russianOrdinal(number, ending)).toBe(said);
});

it('says the soft one softly', () => {
  const endings = ['ый', 'ого', 'ому', 'ым', 'ом', 'ая', 'ой', 'ую', 'ое', 'ые', 'ых', 'ыми'] as const;
  expect(endings.map((ending) => russianOrdinal(3, ending))).toEqual([
    ...['третий', 'третьего', 'третьему', 'третьим', 'третьем', 'третья', 'третьей', 'третью', 'третье'],
    ...['третьи', 'третьих', 'третьими'],
  ]);
});

it.each([0, 4000, 1.5, NaN])('has no words for %d', (number) => {
  expect(russianOrdinal(number, 'ый')).toBeNull();
});
