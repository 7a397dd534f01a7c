import { describe, expect, it } from 'vitest';
import type { EpisodeFacts, EpisodeRule } from './episode-rule.ts';
import { compareByRule, meetsRule } from './episode-rule.ts';

const dayMs = 24 * 3_600_000;
const now = 1000 * dayMs;
const facts: EpisodeFacts = {
  podcastId: 'show',
  podcastTitle: 'Морские вести',
  title: 'Ещё один шторм',
  teaser: 'Café at the pier',
  categories: ['News'],
  podcastCategories: ['Sea'],
  durationMs: 600_000,
  sortAt: now - 2 * dayMs,
  isPlayed: false,
  isStarted: true,
  isDownloaded: false,
  isFavourite: true,
};

describe('meetsRule', () => {
  it.each<[string, Partial<EpisodeRule>, boolean]>([
    ['no condition', {}, true],
    ['its show', { podcastIds: ['other', 'show'] }, true],
    ['another show', { podcastIds: ['other'] }, false],
    ['all conditions met', { conditions: ['unplayed', 'started', 'favourite'] }, true],
    ['one condition not met', { conditions: ['unplayed', 'downloaded'] }, false],
    ['played', { conditions: ['played'] }, false],
    ['length inside, bounds included', { minimumMs: 600_000, maximumMs: 600_000 }, true],
    ['too short', { minimumMs: 600_001 }, false],
    ['too long', { maximumMs: 599_999 }, false],
    ['young enough', { withinDays: 2 }, true],
    ['too old', { withinDays: 1 }, false],
    ['own category', { category: 'News' }, true],
    ['category of the show', { category: 'Sea' }, true],
    ['no such category', { category: 'Music' }, false],
    ['ё as е, any case', { text: ' еще ОДИН ' }, true],
    ['accents folded, in the teaser', { text: 'cafe' }, true],
    ['title of the show', { text: 'вести' }, true],
    ['text that is nowhere', { text: 'storm' }, false],
  ])('%s', (_name, rule, expected) => {
    expect(meetsRule({ order: 'newest', ...rule }, facts, now)).toBe(expected);
  });

  it('does not guess a length it does not know', () => {
    const { durationMs: _durationMs, ...unknown } = facts;
    expect(meetsRule({ order: 'newest', maximumMs: 1e9 }, unknown, now)).toBe(false);
    expect(meetsRule({ order: 'newest' }, unknown, now)).toBe(true);
  });
});

it.each([
  ['newest', 'b a c'],
  ['oldest', 'c a b'],
  ['shortest', 'c a b'],
  ['longest', 'a c b'],
] as const)('orders by %s', (order, expected) => {
  const made = [
    { ...facts, title: 'a', sortAt: 2, durationMs: 20 },
    { ...facts, title: 'b', sortAt: 3, durationMs: undefined },
    { ...facts, title: 'c', sortAt: 1, durationMs: 10 },
  ];
  const titles = made.toSorted(compareByRule(order)).map(({ title }) => title);
  expect(titles.join(' ')).toBe(expected);
});
