import { expect, it } from 'vitest';
import { Voice } from './voice.ts';

const sentences = ['Привет, как дела сегодня?', 'Снова шёл дождь, и никто не вышел.'];

async function read() {
  const voice = await Voice.open('ru');
  return sentences.map((sentence) => voice?.say(sentence));
}

it('reads the same text the same way each time a voice is opened', async () => {
  const first = await read();
  expect(first[0]?.samples.length).toBeGreaterThan(0);
  expect(await read()).toEqual(first);
});
