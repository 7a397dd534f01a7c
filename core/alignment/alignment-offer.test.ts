import { describe, expect, it } from 'vitest';
import { normalise } from '../transcript/normalise.ts';
import { parseText } from '../transcript/parse-text.ts';
import { alignmentOffer } from './alignment-offer.ts';

const read = (text: string) => normalise({ kind: 'paragraphs', paragraphs: parseText(text) });
const words = 'One two three four five six seven eight nine ten eleven twelve.';

describe('alignmentOffer', () => {
  it('is times for a text without any', () => {
    expect(alignmentOffer(read(words))).toBe('match');
  });

  it('is words for a text timed by phrases', () => {
    expect(alignmentOffer(read(`[00:10] ${words}`))).toBe('refine');
  });

  it('is a look whether the times of words are right', () => {
    expect(alignmentOffer({ ...read(words), timing: 'word' })).toBe('check');
  });

  it('is nothing for words that were found already, and for a teaser', () => {
    expect(alignmentOffer({ ...read(words), timing: 'aligned' })).toBeNull();
    expect(alignmentOffer(read('Only a few words.'))).toBeNull();
  });
});
