import { expect, it } from 'vitest';
import { bytesOf, chooseFreed } from './choose-freed.ts';
import type { KeptFor, StoredEpisode } from './choose-freed.ts';

const episode = (episodeId: string, sortAt: number, keptFor: KeptFor | null = null): StoredEpisode => ({
  episodeId,
  podcastId: episodeId.slice(0, 1),
  bytes: 10,
  sortAt,
  isPlayed: episodeId.endsWith('p'),
  keptFor,
});
const stored = [
  episode('a1p', 1),
  episode('a2', 2),
  episode('a3p', 3, 'favourite'),
  episode('a4', 4, 'queued'),
  episode('b1p', 9, 'playing'),
  episode('b2p', 8),
];
const ids = (rule: Parameters<typeof chooseFreed>[1]): string[] =>
  chooseFreed(stored, rule).map(({ episodeId }) => episodeId);

it('takes what was played, never a favourite, what plays or what is queued', () => {
  expect(ids({ kind: 'played' })).toEqual(['a1p', 'b2p']);
});

it('keeps the newest of each show', () => {
  expect(ids({ kind: 'keep-newest', count: 1 })).toEqual(['a2', 'a1p', 'b2p']);
  expect(ids({ kind: 'keep-newest', count: 3 })).toEqual(['a1p']);
});

it('takes all of a show that may be taken', () => {
  expect(ids({ kind: 'show', podcastId: 'a' })).toEqual(['a1p', 'a2']);
  expect(bytesOf(chooseFreed(stored, { kind: 'show', podcastId: 'a' }))).toBe(20);
});
