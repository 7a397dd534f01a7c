import { describe, expect, it } from 'vitest';
import { normalise } from '../transcript/normalise.ts';
import { parseText } from '../transcript/parse-text.ts';
import { alignmentKey } from './alignment-key.ts';

const read = (text: string) => normalise({ kind: 'paragraphs', paragraphs: parseText(text) });

describe('alignmentKey', () => {
  const key = alignmentKey(read('One two. Three.'), 'en');

  it('is the same for the same text', () => {
    expect(alignmentKey(read('One two. Three.'), 'en')).toBe(key);
  });

  it.each([
    ['words', 'One too. Three.', 'en'],
    ['paragraphs', 'One two.\n\nThree.', 'en'],
    ['times of the publisher', '[00:01] One two. Three.', 'en'],
    ['language', 'One two. Three.', 'de'],
  ])('is another for other %s', (_what, text, language) => {
    expect(alignmentKey(read(text), language)).not.toBe(key);
  });

  it('is another when the same text is cut into sentences in another way', () => {
    const { paragraphs } = read('One two. Three.');
    const [whole] = paragraphs;
    const merged = [{ ...whole!, sentences: [{ start: 0, end: whole!.text.length, words: [] }] }];
    expect(alignmentKey({ paragraphs: merged }, 'en')).not.toBe(key);
  });
});
