import { describe, expect, it } from 'vitest';
import type { EpisodeListItem, EpisodeRow } from '../library/rows.ts';
import { passesFilter } from './episode-filter.ts';

const item = (episode: Partial<EpisodeRow>, rest: Partial<EpisodeListItem> = {}): EpisodeListItem => ({
  episode: {
    id: 'a-1',
    podcastId: 'a',
    identity: '1',
    title: 'Tide tables',
    sortAt: 0,
    order: 0,
    categories: [],
    teaser: '',
    transcripts: [],
    hasFullText: false,
    isNew: 1,
    ...episode,
  },
  podcast: { id: 'a', title: 'Harbour', feedUrl: 'https://example.org/feed.xml' },
  progress: null,
  download: null,
  queued: false,
  ...rest,
});
const progress = { episodeId: 'a-1', positionMs: 5, updatedAt: 0 };

describe('passesFilter', () => {
  it('counts an episode of unknown length as neither short nor long', () => {
    expect(passesFilter(item({}), 'short')).toBe(false);
    expect(passesFilter(item({ durationMs: 30 * 60_000 }), 'short')).toBe(true);
    expect(passesFilter(item({ durationMs: 30 * 60_000 + 1 }), 'short')).toBe(false);
  });

  it('calls an episode started until it is played', () => {
    expect(passesFilter(item({}, { progress }), 'started')).toBe(true);
    expect(passesFilter(item({ playedAt: 1 }, { progress }), 'started')).toBe(false);
    expect(passesFilter(item({}), 'started')).toBe(false);
  });

  it('counts a download only when the whole file is here', () => {
    const download = { episodeId: 'a-1', state: 'downloading', receivedBytes: 5, requestedAt: 0 } as const;
    expect(passesFilter(item({}, { download }), 'downloaded')).toBe(false);
    expect(passesFilter(item({}, { download: { ...download, state: 'done' } }), 'downloaded')).toBe(true);
  });
});
