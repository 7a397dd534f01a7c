import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

/** Each example is written with `|` where a sentence ends. */
const examples = [
  'В 1999 г. он уехал. | Потом вернулся, т. е. снова жил в г. Москве.',
  'А. С. Пушкин родился в Москве. | Ему было 37 лет.',
  'И т. д. и т. п. | Он знал.',
  'В XIX в. Россия росла. | Это было в 1812 г. | Она победила.',
  'Музей им. Горького на ул. Мира, д. 5. | Вход — 5 тыс. руб. | Дорого!',
  '— Привет! — сказал он. | — Как дела?',
  '«Где ты?» — спросил он. | «Там!» | Он ушёл… | Потом вернулся... но поздно.',
  'Он сказал: «Иди сюда.» | Она ушла.',
  'Mr. Smith met Dr. J. R. Jones at 5 p.m. | The U.S. Army was there, e.g. in 3.14 cases.',
  'He lives in the U.S. | He met J. R. R. Tolkien.',
  '"Really?" she asked. | "Yes." | (No. | Never.) | See No. 5 there.',
  '1. First point. | 2. Second point. | Version 2.0 is out!',
  'Yahoo! is a firm. | Visit example.com. | So did I. | Then we left.',
  'all lower case. | still two sentences? | yes',
  '今日は。|元気ですか？|はい。',
  'كيف حالك؟ | جيد.',
];

describe('splitSentences', () => {
  it.each(examples)('%s', (example) => {
    const expected = example.split('|').map((sentence) => sentence.trim());
    const text = example.replaceAll(' | ', ' ').replaceAll('|', '');
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('finds none in white space', () => {
    expect(splitSentences(' \n ')).toEqual([]);
  });
});
