import { describe, expect, it } from 'vitest';
import { readingTimeMs } from './reading-time.ts';

const words = (count: number) => ({
  paragraphs: [
    {
      text: '',
      sentences: [{ start: 0, end: 0, words: Array.from({ length: count }, () => ({ start: 0, end: 0 })) }],
    },
  ],
});

describe('readingTimeMs', () => {
  it('goes by the language', () => {
    expect(readingTimeMs({ ...words(2380), language: 'en' })).toBe(600_000);
    expect(readingTimeMs({ ...words(1840), language: 'ru-RU' })).toBe(600_000);
    expect(readingTimeMs({ ...words(1840), language: '' })).toBe(600_000);
  });

  it('is nothing for nothing', () => {
    expect(readingTimeMs({ paragraphs: [], language: 'en' })).toBe(0);
  });
});
