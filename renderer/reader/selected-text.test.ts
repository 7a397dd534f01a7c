import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { selectedText } from './selected-text.ts';

const transcript: Transcript = {
  language: 'en',
  source: { kind: 'publisher', format: 'text' },
  timing: 'none',
  paragraphs: ['First one.', 'Second.', 'Third one.'].map((text) => ({ text, sentences: [] })),
  warnings: [],
};

describe('selectedText', () => {
  it('takes a part of one paragraph, dragged either way', () => {
    expect(selectedText(transcript, { paragraph: 0, offset: 6 }, { paragraph: 0, offset: 9 })).toBe('one');
    expect(selectedText(transcript, { paragraph: 0, offset: 9 }, { paragraph: 0, offset: 6 })).toBe('one');
  });

  it('takes whole paragraphs between its ends', () => {
    const text = selectedText(transcript, { paragraph: 2, offset: 5 }, { paragraph: 0, offset: 6 });
    expect(text).toBe('one.\n\nSecond.\n\nThird');
  });
});
