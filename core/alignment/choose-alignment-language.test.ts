import { describe, expect, it } from 'vitest';
import { chooseAlignmentLanguage } from './choose-alignment-language.ts';

describe('chooseAlignmentLanguage', () => {
  it.each([
    ['what the text says', 'Hello there', 'en-GB', 'fr', 'en-GB'],
    ['what the show says where the text says nothing', 'Bonjour à tous', '', 'fr_CA', 'fr-CA'],
    ['Russian, whatever a feed made by an English template says', 'Привет, слушатели', 'en-us', 'en', 'ru'],
    ['another language in the same letters', 'Добрий день, слухачі', 'uk', 'ru', 'uk'],
    ['English words of a Russian show', 'Good evening', '', 'ru', 'en'],
    ['a language of both scripts in either', 'Добар дан', 'sr', '', 'sr'],
    ['no guess for other letters', 'こんにちは', '', '', 'und'],
    ['what is said for other letters', 'こんにちは', 'ja', 'en', 'ja'],
    ['a name that is none as nobody’s', 'Hello there', 'und', '', 'en'],
  ] as const)('is %s', (...[, text, ofText, ofShow, language]) => {
    expect(chooseAlignmentLanguage({ text, ofText, ofShow })).toBe(language);
  });
});
