import { describe, expect, it } from 'vitest';
import { plausibleLanguage } from './plausible-language.ts';

describe('plausibleLanguage', () => {
  it.each([
    ['Мост открыт', ['en', 'ru'], 'ru'],
    ['Мост открыт', ['en-US'], 'ru'],
    ['Міст відкрито', ['uk-UA', 'ru'], 'uk-UA'],
    ['The bridge is open', ['ru'], ''],
    ['The bridge is open', ['', 'en-GB'], 'en-GB'],
    ['橋は開いた', ['ja'], 'ja'],
    ['12 34', ['ru'], 'ru'],
  ])('%s of %s is %s', (text, named, language) => {
    expect(plausibleLanguage(text, named)).toBe(language);
  });
});
