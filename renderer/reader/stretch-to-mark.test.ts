import { describe, expect, it } from 'vitest';
import { madeText } from '../../core/highlights/testing/made-highlights.ts';
import type { Pointers } from './stretch-to-mark.ts';
import { stretchToMark } from './stretch-to-mark.ts';

const text = madeText('The tide lifts the ferry. The bread cools.\n\nNobody waits.');
const nowhere: Pointers = { selected: null, caret: null, hasFocus: false, voice: null };
const [first, second, third] = [
  { paragraph: 0, sentence: 0 },
  { paragraph: 0, sentence: 1 },
  { paragraph: 1, sentence: 0 },
];

function words(pointers: Partial<Pointers>): string | null {
  const stretch = stretchToMark(text, { ...nowhere, ...pointers });
  return stretch === null
    ? null
    : text.paragraphs[stretch.from.paragraph]!.text.slice(stretch.from.offset, stretch.to.offset);
}

describe('stretchToMark', () => {
  it('is the selection before anything else', () => {
    const selected = { from: { paragraph: 0, offset: 4 }, to: { paragraph: 0, offset: 8 } };
    expect(words({ selected, caret: second, hasFocus: true, voice: third })).toBe('tide');
  });

  it('is the sentence one walks in, before the one being said', () => {
    expect(words({ caret: second, hasFocus: true, voice: third })).toBe('The bread cools.');
  });

  it('is the sentence being said when one does not walk, or has left the text', () => {
    expect(words({ hasFocus: true, voice: third })).toBe('Nobody waits.');
    expect(words({ caret: second, voice: third })).toBe('Nobody waits.');
  });

  it('is where one walked last when nothing is said', () => {
    expect(words({ caret: first })).toBe('The tide lifts the ferry.');
  });

  it('is nothing when nothing is meant', () => expect(words({})).toBeNull());
});
