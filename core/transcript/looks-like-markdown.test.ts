import { expect, it } from 'vitest';
import { looksLikeMarkdown } from './looks-like-markdown.ts';

it.each([
  '## Мост открыт\n\nВчера.',
  'Подробнее — [в репортаже](https://radio.example/bridge).',
  '**Анна:** Добрый вечер!',
  'Это **очень важно**.',
  '**— Вы согласны?**\n\n— Да.',
  '**«Мы победим»**, — сказал он.',
  '**12 ноября** открыли мост.',
  '*Анна:* Привет',
])('knows by its marks: %s', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

it.each([
  'Мост открыт. Вчера.',
  '#мост #открытие',
  '[00:12] Анна: Добрый вечер!',
  'Он заплатил 2 ** 3 рубля, то есть [примерно] (8).',
  '— Да, — сказал он.\n- Нет.\n* * *',
  '__init__.py и **kwargs',
])('takes for plain: %s', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});

it('takes a megabyte of marks in its stride', () => {
  for (const mark of ['**a', '[', '[a](', '# ', '__'])
    expect(looksLikeMarkdown(mark.repeat(300_000))).toBe(false);
});
