import { describe, expect, it } from 'vitest';
import { fold, foldedOffsets } from './fold.ts';

describe('fold', () => {
  it.each([
    ['Ёжик Йод', 'ежик йод'],
    ['и\u0306', 'й'],
    ['за\u0301мок', 'замок'],
    ['Crème BRÛLÉE', 'creme brulee'],
    ['cafe\u0301', 'cafe'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['İstanbul', 'istanbul'],
    ['don’t\u00a0go', "don't go"],
    ['Пра\u00adви\u00adтель', 'правитель'],
    ['日本語 العربية', '日本語 العربية'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each(['за\u0301мок и\u0306од', 'İx', 'cafe\u0301 ё', '😀\u0301a', 'plain'])(
    'knows where each unit of “%s” came from',
    (text) => {
      const offsets = foldedOffsets(text);
      const folded = fold(text);
      expect(offsets).toHaveLength(folded.length + 1);
      expect(offsets.at(-1)).toBe(text.length);
      for (let at = 0; at < folded.length; at += 1) {
        const [from, to] = [offsets[at] ?? 0, offsets[at + 1] ?? 0];
        expect(fold(text.slice(from, to))).toBe(folded.charAt(at));
      }
    },
  );
});
