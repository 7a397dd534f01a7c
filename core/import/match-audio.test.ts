import { describe, expect, it } from 'vitest';
import { ImportMatcher } from './match-audio.ts';
import type { ImportCandidate, OfferedAudio } from './match-audio.ts';

const episodes: ImportCandidate[] = [
  {
    episodeId: 'sea',
    title: 'By the sea',
    showTitle: 'Harbour',
    guid: 'guid-sea',
    publishedAt: Date.parse('2026-11-22T08:00:00Z'),
    durationMs: 600_000,
    enclosure: { url: 'https://host.example/h/hb-12.mp3?x=1', bytes: 9_000_000 },
  },
  {
    episodeId: 'sea again',
    title: 'By the sea',
    showTitle: 'Coast',
    publishedAt: Date.parse('2026-01-05T08:00:00Z'),
    durationMs: 1_200_000,
    enclosure: { url: 'https://host.example/default.mp3' },
  },
  { episodeId: 'ёлка', title: 'Про ёлку', showTitle: 'Берег', durationMs: 300_000 },
];

function propose(name: string, more: Partial<OfferedAudio> = {}): string | null {
  const tags = { identifiers: [], ...more.tags };
  return new ImportMatcher(episodes).propose({ name, bytes: 1, ...more, tags });
}

describe('a file is taken for an episode', () => {
  it.each([
    ['by the guid or an address in its tags', 'x.mp3', { tags: { identifiers: ['guid-sea'] } }, 'sea'],
    ['by the size the feed states and its length', 'x.mp3', { bytes: 9_000_000, durationMs: 601_000 }, 'sea'],
    ['by the name it has on its server and its length', 'HB-12.mp3', { durationMs: 599_000 }, 'sea'],
    [
      'by title and show',
      'x.mp3',
      { tags: { identifiers: [], title: 'By the Sea', album: 'Coast' } },
      'sea again',
    ],
    ['by name and date', '2026-11-22 By the sea.mp3', {}, 'sea'],
    [
      'by title and length',
      'x.mp3',
      { durationMs: 1_199_000, tags: { identifiers: [], title: 'By the sea' } },
      'sea again',
    ],
    ['in Russian, by name and length', 'Про елку.mp3', { durationMs: 300_000 }, 'ёлка'],
    [
      'by show and title in its name',
      'Берег - Про ёлку.mp3',
      { tags: { identifiers: [], title: 'Про ёлку' } },
      'ёлка',
    ],
  ] as const)('%s', (...[, name, more, episodeId]) => {
    expect(propose(name, more as Partial<OfferedAudio>)).toBe(episodeId);
  });
});

describe('a file is taken for none', () => {
  it.each([
    ['where two are as likely', 'By the sea.mp3', {}],
    ['by its length alone', 'x.mp3', { durationMs: 600_000 }],
    ['by a name that half the hosts give', 'default.mp3', { durationMs: 1_200_000 }],
    ['where nothing agrees', 'Something else.mp3', {}],
  ] as const)('%s', (_how, name, more) => {
    expect(propose(name, more)).toBeNull();
  });
});
