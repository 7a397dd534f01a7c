import { describe, expect, it } from 'vitest';
import { parseTranscript } from './parse-transcript.ts';
import { plainMarkdown } from './plain-markdown.ts';

describe('plainMarkdown', () => {
  it.each([
    ['# Мост **открыт** #', 'Мост открыт'],
    ['Это *важно*, а snake_case_name и 2 * 3 * 4 — нет.', 'Это важно, а snake_case_name и 2 * 3 * 4 — нет.'],
    ['Слово [ссылка](https://a.example/x "t") и ![картинка](x.png).', 'Слово ссылка и .'],
    ['> Он сказал: __да__.', 'Он сказал: да.'],
    ['— Да, — ответила она.', '— Да, — ответила она.'],
    ['- Да.', '- Да.'],
    ['5\\* звёзд и `код`', '5* звёзд и код'],
  ])('%s', (line, plain) => {
    expect(plainMarkdown(line).trim()).toBe(plain);
  });

  it('keeps headings and items apart', () => {
    const text = '---\ntitle: x\n---\nЗаголовок\n===\nРаз,\nдва.\n* три\n* четыре\n\n***\n\nКонец.';
    const bytes = new TextEncoder().encode(text);
    const read = parseTranscript(bytes, { kind: 'file', url: 'talk.md' });
    const texts = read.ok ? read.value.paragraphs.map((paragraph) => paragraph.text) : [];
    expect(texts).toEqual(['Заголовок', 'Раз, два.', 'три', 'четыре', 'Конец.']);
  });

  it('takes a line of a megabyte in its stride', () => {
    for (const mark of ['*', '_', '[', '![', '**a', '`', '> ']) {
      expect(plainMarkdown(`x ${mark.repeat(300_000)}`)).not.toBe('');
    }
  });
});
