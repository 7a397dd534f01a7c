import { describe, expect, it } from 'vitest';
import { comparableFileName, episodeBaseName, episodeFileName } from './file-name.ts';

const name = (
  episodeTitle: string,
  more: { podcastTitle?: string; taken?: string[]; publishedAt?: number } = {},
): string => {
  const taken = new Set((more.taken ?? []).map(comparableFileName));
  return episodeFileName({
    podcastTitle: more.podcastTitle ?? 'Show',
    episodeTitle,
    publishedAt: more.publishedAt,
    extension: '.mp3',
    taken: (one) => taken.has(one),
  });
};
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('episodeFileName', () => {
  it('reads like the episode', () => {
    expect(name('One: a/b?', { publishedAt: Date.UTC(2026, 10, 22) })).toBe('Show/2026-11-22 One a b.mp3');
  });

  it.each([
    ['../../etc/passwd', 'Show/etc passwd.mp3'],
    ['CON', 'Show/_CON.mp3'],
    ['nul.txt', 'Show/_nul.txt.mp3'],
    ['ends with dots... ', 'Show/ends with dots.mp3'],
    ['a\u202Egnp.exe\u0000\u0007b', 'Show/agnp.exeb.mp3'],
    ['...', 'Show/Episode.mp3'],
    ['', 'Show/Episode.mp3'],
  ])('%j becomes %j', (title, expected) => {
    expect(name(title)).toBe(expected);
  });

  it('counts bytes, and never cuts a letter in two', () => {
    for (const title of ['Очень длинное название выпуска '.repeat(20), '🎧'.repeat(300)]) {
      const [, file = ''] = name(title, { podcastTitle: title }).split('/');
      expect(bytes(file)).toBeLessThanOrEqual(255);
      expect(new TextDecoder().decode(new TextEncoder().encode(file))).toBe(file);
    }
  });

  it('is not the name of another file, however the system compares', () => {
    expect(name('ёлка', { taken: ['Show/ЁЛКА.mp3', 'Show/ёлка (2).mp3'.normalize('NFD')] })).toBe(
      'Show/ёлка (3).mp3',
    );
  });
});

describe('episodeBaseName', () => {
  it('names what belongs to an episode as its audio is named', () => {
    const publishedAt = Date.UTC(2026, 10, 22);
    expect(episodeBaseName({ episodeTitle: ' a/b: «Ёлка»? ', publishedAt })).toBe('2026-11-22 a b «Ёлка»');
    expect(episodeBaseName({ episodeTitle: '../..' })).toBe('Episode');
  });
});
