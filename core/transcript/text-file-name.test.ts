import { describe, expect, it } from 'vitest';
import { languageOfName } from './text-file-name.ts';

describe('languageOfName', () => {
  it.each([
    ['talk.ru.srt', 'ru'],
    ['talk.pt-BR.vtt', 'pt-BR'],
    ['talk.en_GB.txt', 'en-GB'],
    ['talk.rus.srt', 'ru'],
    ['talk.eng.srt', 'en'],
    ['talk.mp3.txt', ''],
    ['talk.end.txt', ''],
    ['talk.txt', ''],
    ['v1.no.good.txt', ''],
    ['read.me.md', ''],
  ])('%s: %s', (name, language) => {
    expect(languageOfName(name)).toBe(language);
  });
});
