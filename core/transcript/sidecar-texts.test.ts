import { expect, it } from 'vitest';
import { sidecarTexts, textsByStem } from './sidecar-texts.ts';

const folder = [
  'Talk.mp3',
  'Talk.vtt',
  'Talk.ru.srt',
  'talk.TXT',
  'Talk.mp3.json',
  'Talk.chapters.json',
  'Talk 2.vtt',
  'Talk.jpg',
  'Talk.ogg.md',
];

const namesFor = (audio: string): string[] =>
  sidecarTexts(audio, textsByStem(folder)).map(({ name }) => name);

it('finds the texts with the name of the audio', () => {
  expect(namesFor('Talk.mp3')).toEqual(['Talk.mp3.json', 'Talk.ru.srt', 'Talk.vtt', 'talk.TXT']);
  expect(namesFor('Talk.ogg')).toContain('Talk.ogg.md');
  expect(namesFor('Talk 2.mp3')).toEqual(['Talk 2.vtt']);
  expect(namesFor('Other.mp3')).toEqual([]);
});

it('says type and language', () => {
  const [, russian] = sidecarTexts('Talk.mp3', textsByStem(folder));
  expect(russian).toEqual({ name: 'Talk.ru.srt', type: 'application/x-subrip', language: 'ru' });
});

it('knows the audio whose own name ends like a language', () => {
  expect(sidecarTexts('Talk.ru.mp3', textsByStem(['Talk.ru.vtt']))).toEqual([
    { name: 'Talk.ru.vtt', type: 'text/vtt' },
  ]);
});

it('takes a word for no language, and each language as it is written', () => {
  const names = ['Мост.end.txt', 'Мост.pt-BR.vtt', 'мост.rus.srt', '.Мост.txt', 'Мост.pdf'];
  expect(sidecarTexts('Мост.mp3', textsByStem(names)).map(({ name, language }) => [name, language])).toEqual([
    ['Мост.pt-BR.vtt', 'pt-BR'],
    ['мост.rus.srt', 'ru'],
  ]);
});
