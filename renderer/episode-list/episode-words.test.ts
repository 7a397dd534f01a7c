import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EpisodeListItem, EpisodeRow } from '../library/rows.ts';
import en from '../words/en.json' with { type: 'json' };
import { lengthWords, numberWords, rowName } from './episode-words.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

const episode: EpisodeRow = {
  id: 'a-1',
  podcastId: 'a',
  identity: '1',
  title: 'Tide tables',
  sortAt: 0,
  order: 0,
  durationMs: 30 * 60_000,
  categories: [],
  teaser: '',
  transcripts: [],
  hasFullText: false,
  isNew: 1,
};
const item = (change: Partial<EpisodeListItem> = {}): EpisodeListItem => ({
  episode,
  podcast: { id: 'a', title: 'Harbour', feedUrl: 'https://example.org/feed.xml' },
  progress: null,
  download: null,
  queued: false,
  ...change,
});

describe('words of a row', () => {
  it('start with the title and end with the state', () => {
    expect(rowName(i18next.t, item())).toBe('Tide tables, Harbour, 30\u00a0min, new');
  });

  it('say what is left of a started episode, and the whole of a played one', () => {
    const progress = { episodeId: 'a-1', positionMs: 20 * 60_000, updatedAt: 0 };
    expect(lengthWords(i18next.t, item({ progress }))).toBe('10\u00a0min left');
    const played = { ...episode, playedAt: 1 };
    expect(lengthWords(i18next.t, item({ progress, episode: played }))).toBe('30\u00a0min');
  });

  it('say nothing about an unknown length', () => {
    const { durationMs: _, ...unknown } = episode;
    expect(lengthWords(i18next.t, item({ episode: unknown }))).toBe('');
  });

  it('number an episode as far as the feed does', () => {
    expect(numberWords(i18next.t, { ...episode, season: 2, episodeNumber: 7 })).toBe('Season 2, episode 7');
    expect(numberWords(i18next.t, { ...episode, episodeNumber: 7 })).toBe('Episode 7');
    expect(numberWords(i18next.t, episode)).toBe('');
  });
});
