import { expect, it } from 'vitest';
import { spokenLanguages } from '../../../core/alignment/spoken-languages.ts';
import { chooseVoice } from './choose-voice.ts';
import { loadEspeak } from './load-espeak.ts';

const { eSpeakNGWorker } = await loadEspeak();
const voices = new eSpeakNGWorker().list_voices();

it.each([
  ['ru', 'ru'],
  ['ru-RU', 'ru'],
  ['en', 'en'],
  ['en-US', 'en-US'],
  ['en_us', 'en-US'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt'],
  ['de-AT', 'de'],
  ['zh-Hans-CN', 'cmn'],
  ['no', 'nb'],
  ['fr', 'fr'],
])('speaks %s with the voice %s', (language, voice) => {
  expect(chooseVoice(language, voices)).toBe(voice);
});

it('has a voice for every language that is offered', () => {
  expect(spokenLanguages.filter((language) => chooseVoice(language, voices) === null)).toEqual([]);
});

it.each(['', 'xx', 'tlh-x'])('has no voice for "%s"', (language) => {
  expect(chooseVoice(language, voices)).toBeNull();
});
