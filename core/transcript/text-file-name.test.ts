import { describe, expect, it } from 'vitest';
import { languageOfName, textNamesBeside } from './text-file-name.ts';

describe('languageOfName', () => {
  it.each([
    ['talk.ru.srt', 'ru'],
    ['talk.pt-BR.vtt', 'pt-BR'],
    ['talk.en_GB.txt', 'en-GB'],
    ['talk.txt', ''],
    ['v1.no.good.txt', ''],
    ['read.me.md', ''],
  ])('%s: %s', (name, language) => {
    expect(languageOfName(name)).toBe(language);
  });
});

describe('textNamesBeside', () => {
  it('finds the texts of one audio file, in any language, and no others', () => {
    const names = [
      'Мост.en.srt',
      'мост.VTT',
      'Мост.mp3',
      'Мост 2.vtt',
      '.Мост.mp3.json',
      'Мост.ru.txt',
      'Мост.pdf',
    ];
    expect(textNamesBeside('Мост.mp3', names)).toEqual(['Мост.en.srt', 'Мост.ru.txt', 'мост.VTT']);
  });

  it('takes a name that looks like a language for what it is', () => {
    expect(textNamesBeside('talk.ru.mp3', ['talk.ru.vtt', 'talk.en.vtt'])).toEqual(['talk.ru.vtt']);
  });
});
