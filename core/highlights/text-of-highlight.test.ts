import { describe, expect, it } from 'vitest';
import type { TextHighlight } from './highlight.ts';
import { madeHighlight, madeText, marked } from './testing/made-highlights.ts';
import { textOfHighlight } from './text-of-highlight.ts';

const words = 'The ferry did not come and we waited until the night.';
const version = (text: string, url: string, language = 'en') => {
  const transcript = madeText(text, language);
  return { transcript: { ...transcript, source: { ...transcript.source, url } } };
};
const inText = (url: string, language = 'en'): TextHighlight => ({
  ...marked(madeText(words), 'waited until the night'),
  origin: { ...madeHighlight().origin, text: { kind: 'publisher', url, language } },
});

describe('textOfHighlight', () => {
  const first = version(words, 'https://example.com/a.txt');
  const second = version(words, 'https://example.com/b.txt');
  const russian = version('Паром не пришёл, и мы ждали до ночи.', 'https://example.com/ru.txt', 'ru');

  it('is the text it was made in, though another one is shown and has its words too', () => {
    expect(textOfHighlight([first, second], inText('https://example.com/b.txt'))).toBe(second);
  });

  it('is the one that is shown, or else the first that has its words, when its own is gone', () => {
    const gone = inText('https://example.com/gone.txt');
    expect(textOfHighlight([second, first], gone)).toBe(second);
    expect(textOfHighlight([russian, first], gone)).toBe(first);
  });

  it('is another one when its own says something else by now', () => {
    const changed = version('Nothing of that is left.', 'https://example.com/a.txt');
    expect(textOfHighlight([changed, second], inText('https://example.com/a.txt'))).toBe(second);
  });

  it('is none when no text has its words', () => {
    expect(textOfHighlight([russian], inText('https://example.com/a.txt'))).toBeNull();
  });
});
