import { describe, expect, it } from 'vitest';
import { parseText } from './parse-text.ts';

const texts = (text: string): string[] => parseText(text).map((paragraph) => paragraph.text);

describe('parseText', () => {
  it('parts paragraphs at blank lines and joins wrapped lines', () => {
    expect(texts('One line\nand another.\n\n\nTwo.')).toEqual(['One line and another.', 'Two.']);
  });

  it('takes every line for a paragraph when lines are whole', () => {
    expect(texts('First paragraph.\nSecond paragraph.')).toEqual(['First paragraph.', 'Second paragraph.']);
  });

  it('joins lines wrapped by an editor', () => {
    expect(texts('A text that was\nwrapped where the\nwindow ended.')).toEqual([
      'A text that was wrapped where the window ended.',
    ]);
  });

  it('takes stamps out and remembers where they stood', () => {
    expect(parseText('[00:10] One. [00:20] Two.')).toEqual([
      {
        text: 'One. Two.',
        marks: [
          { at: 0, startMs: 10_000 },
          { at: 5, startMs: 20_000 },
        ],
      },
    ]);
  });

  it.each([
    'Анна: Да: нет',
    '[00:05] Анна: Да: нет',
    '0:05 Анна: Да: нет',
    'Анна 0:05\nДа: нет',
    'Анна [00:05]:\nДа: нет',
  ])('finds the speaker in “%s”', (text) => {
    expect(parseText(text)).toMatchObject([{ text: 'Да: нет', speaker: 'Анна' }]);
  });

  it('keeps times that are talked about', () => {
    expect(parseText('We met at 12:30 and left.')).toEqual([
      { text: 'We met at 12:30 and left.', marks: [] },
    ]);
  });
});
