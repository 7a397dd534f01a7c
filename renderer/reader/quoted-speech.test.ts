import { describe, expect, it } from 'vitest';
import { quotedParagraphs } from './quoted-speech.ts';

const said = (text: string, speaker?: string) => ({
  text,
  sentences: [],
  ...(speaker === undefined ? {} : { speaker }),
});

describe('quotedParagraphs', () => {
  it('sets apart a line of dialogue and a paragraph that is one quotation', () => {
    const texts = [
      '— Кто там?',
      '«Никого нет дома».',
      '“Nobody is at home.”',
      'Он сказал: «нет» и ушёл.',
      '«Да» и «нет» — слова.',
      'A well-known house.',
    ];
    expect(quotedParagraphs(texts.map((text) => said(text)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('sets a named voice apart from narration, but not in a conversation', () => {
    expect(quotedParagraphs([said('Narration.'), said('Words.', 'Anna')])).toEqual([false, true]);
    expect(quotedParagraphs([said('Question?', 'Peter'), said('Answer.', 'Anna')])).toEqual([false, false]);
  });
});
