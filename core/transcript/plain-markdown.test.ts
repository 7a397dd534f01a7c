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

  it('reads what is pasted, with its names, times and links', () => {
    const text =
      '## Беседа\n\n[00:01] **Анна:** Добрый вечер, [дорогие слушатели](https://a.example).\n\n[00:05] **Борис:** Добрый!\n\n[1]: https://a.example/x';
    const read = parseTranscript(new TextEncoder().encode(text), { kind: 'file' });
    const found = read.ok ? read.value.paragraphs.map(({ speaker, text: said }) => [speaker, said]) : [];
    expect(found).toEqual([
      [undefined, 'Беседа'],
      ['Анна', 'Добрый вечер, дорогие слушатели.'],
      ['Борис', 'Добрый!'],
    ]);
  });

  it('keeps a time in brackets before a colon', () => {
    expect(plainMarkdown('[00:12]: Анна')).toBe('[00:12]: Анна');
  });

  it('takes a line of a megabyte in its stride', () => {
    for (const mark of ['*', '_', '[', '![', '**a', '`', '> ']) {
      expect(plainMarkdown(`x ${mark.repeat(300_000)}`)).not.toBe('');
    }
  });
});
