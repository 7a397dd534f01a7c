import { expect, it } from 'vitest';
import { Voice } from './voice.ts';

const sentences = ['Привет, как дела сегодня?', 'Снова шёл дождь, и никто не вышел.'];

async function read(language: string, texts: readonly string[]) {
  const voice = await Voice.open(language);
  return texts.map((text) => voice?.say(text));
}

// One that is open carries how its last sentence ended into the next, by a few samples.
it('reads the same text the same way each time a voice is opened, whatever was read before', async () => {
  const first = await read('ru', sentences);
  expect(first[0]?.samples.length).toBeGreaterThan(0);
  await read('en', ['It rained again, and nobody went out.']);
  await read('ru', sentences.toReversed());
  expect(await read('ru', sentences)).toEqual(first);
});
