import { describe, expect, it } from 'vitest';
import { splitWords } from '../transcript/split-words.ts';
import { spokenForm } from './spoken-form.ts';

/** What each displayed word is said as. */
function said(text: string, language: string): [string, string][] {
  const words = splitWords(text);
  const spoken = spokenForm(text, words, language);
  return words.map(({ start, end }, index) => {
    const place = spoken.words[index]!;
    return [text.slice(start, end), spoken.text.slice(place.start, place.end)];
  });
}

describe('what is written short', () => {
  it.each([
    ['ru', 'Он, т. е. Лось', 'Он, то есть Лось'],
    [
      'ru',
      'В 1923 г. и в XIX в. жили',
      'В тысяча девятьсот двадцать третьем году и в девятнадцатом веке жили',
    ],
    ['ru', 'С 1923 г. и XIX в.', 'С тысяча девятьсот двадцать третьего года и девятнадцатого века'],
    ['ru-RU', '5 млн руб. и т. д.', '5 миллионов рублей и так далее'],
    ['ru', 'Снега выпало 20 см.', 'Снега выпало 20 сантиметров'],
    ['ru', 'см. стр. 5', 'смотри страница 5'],
    ['ru', 'Нашли 12 г. золота и 3 кг меди', 'Нашли 12 граммов золота и 3 килограмма меди'],
    ['ru', '1 млн, 2 млн, 5 млн', '1 миллион, 2 миллиона, 5 миллионов'],
    ['ru', '21 тыс., 3 тыс., 12 тыс.', '21 тысяча, 3 тысячи, 12 тысяч'],
    ['ru', '2,5 млрд руб., 2–4 млн долл.', '2,5 миллиарда рублей, 2–4 миллиона долларов'],
    ['ru', '41 руб. и 2 коп.', '41 рубль и 2 копейки'],
    ['ru', 'несколько тыс. чел.', 'несколько тысяч человек'],
    ['ru', '120 кв. м, 90 км/ч', '120 квадратных метров, 90 километров в час'],
    ['ru', 'в 5 ч. 30 мин.', 'в 5 часов 30 минут'],
    ['ru', 'ч. 2 ст. 105', 'часть 2 статья 105'],
    ['ru', 'на ул. Ленина, д. 5, и др.', 'на улица Ленина, дом 5, и другие'],
    ['ru', 'в 1990-х гг.', 'в тысяча девятьсот девяностых годах'],
    ['ru', 'в т. ч. № 7', 'в том числе номер 7'],
    ['ru', 'К 2000-м годам, к 1990-м гг.', 'К двухтысячным годам, к тысяча девятьсот девяностым годам'],
    ['ru', '150 т. руб. и 3 т зерна', '150 тысяч рублей и 3 тонны зерна'],
    ['ru', 'в 1 кв. 2025, д. 5 кв. 7', 'в 1 квартал 2025, дом 5 квартира 7'],
    ['ru', 'ветер 3 м/с', 'ветер 3 метра в секунду'],
    ['ru', 'дом №5 по ст.228, ул.Ленина', 'дом номер 5 по статья 228, улица Ленина'],
    ['en', 'See No.5 now', 'See number 5 now'],
    ['en', 'No. 5, said Prof. Hill. No. Never.', 'number 5, said Professor Hill. No. Never.'],
    ['en', 'Fruit, e.g. pears, vs. nuts', 'Fruit, for example pears, versus nuts'],
    ['en', 'The sieve and the guide', 'The sieve and the guide'],
    ['ru', 'Дом г. Чехова', 'Дом г. Чехова'],
    ['de', 'Z. B. im Jahr', 'Z. B. im Jahr'],
  ])('is said in full (%s): %s', (language, text, spoken) => {
    expect(spokenForm(text, splitWords(text), language).text).toBe(spoken);
  });

  it('keeps what stands behind it without a space in its word', () => {
    expect(said('По ст.228 и №5 судили.', 'ru')).toEqual([
      ['По', 'По'],
      ['ст.228', 'статья 228'],
      ['и', 'и'],
      ['5', '5'],
      ['судили', 'судили'],
    ]);
  });

  it('stays the word that is displayed, with those after it in their places', () => {
    expect(said('Он, т. е. Лось, ждал.', 'ru')).toEqual([
      ['Он', 'Он'],
      ['т', 'то'],
      ['е', 'есть'],
      ['Лось', 'Лось'],
      ['ждал', 'ждал'],
    ]);
    expect(said('5 млн руб. сразу', 'ru').map(([, spoken]) => spoken)).toEqual([
      '5',
      'миллионов',
      'рублей',
      'сразу',
    ]);
    expect(said('9 мая 1941-45 гг. в 90-х', 'ru')).toEqual([
      ['9', 'девятого'],
      ['мая', 'мая'],
      ['1941-45', 'тысяча девятьсот сорок первого-сорок пятого'],
      ['гг', 'годов'],
      ['в', 'в'],
      ['90-х', 'девяностых'],
    ]);
    expect(said('Fruit, e.g. pears', 'en')[1]![1]).toBe('for example');
  });
});
