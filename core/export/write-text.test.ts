import { describe, expect, it } from 'vitest';
import { madeText } from './testing/made-text.ts';
import { writeText } from './write-text.ts';

describe('writeText', () => {
  it('has paragraphs with an empty line between them, chapters and names', () => {
    const lines = [...writeText(madeText())].join('').split('\n');
    expect(lines.slice(0, 10)).toEqual([
      'Ёлка & <tree>',
      'Шоу · Anna · 2026-11-12',
      'https://example.org/1?a=1&b="2"',
      '',
      '',
      'One',
      '',
      'Анна Ёлкина: Всё ещё впереди & близко.',
      '',
      '',
    ]);
    expect(lines[10]).toBe('Two *');
    expect(lines[12]).toMatch(/^Bob: “1 < 2”, he said\. This sentence/);
  });
});
