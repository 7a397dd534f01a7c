import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

it.each([
  ['ru', 'en', ['en-GB'], 'ru'],
  ['', 'en', ['ru-RU'], 'en'],
  ['', 'system', ['ru-RU', 'en-US'], 'ru'],
  ['', 'system', ['de-DE', 'ru'], 'ru'],
  ['', 'system', ['de-DE'], 'en'],
  ['', 'system', [], 'en'],
  ['fr', 'ru', ['ru'], 'en'],
] as const)('--lang=%j, setting %s, system %j: %s', (...[commandLine, setting, system, expected]) => {
  expect(chooseLanguage({ commandLine, setting, system })).toBe(expected);
});
