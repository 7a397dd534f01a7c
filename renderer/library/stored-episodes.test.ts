import { describe, expect, it } from 'vitest';
import { holdOfRow } from './download-queue.ts';
import type { DownloadRow, EpisodeListItem } from './rows.ts';
import { storedEpisode } from './stored-episodes.ts';

const item = (more: { favouriteAt?: number; playedAt?: number; queued?: boolean } = {}): EpisodeListItem => {
  const { queued = false, ...episode } = more;
  return {
    episode: { id: 'p-1', podcastId: 'p', sortAt: 5, ...episode },
    podcast: { id: 'p' },
    download: { episodeId: 'p-1', state: 'done', receivedBytes: 7, totalBytes: 9, requestedAt: 1 },
    progress: null,
    queued,
  } as EpisodeListItem;
};

const nobody = new Set<string>();
const nothingMarked = { inPlaylists: nobody, bookmarked: nobody, highlighted: nobody };

describe('storedEpisode', () => {
  it.each([
    [item(), null, null],
    [item(), 'p-1', 'playing'],
    [item({ queued: true }), 'p-2', 'queued'],
    [item({ favouriteAt: 1, queued: true }), 'p-1', 'favourite'],
  ])('says why no rule may take it', (given, playingId, keptFor) => {
    expect(storedEpisode(given, playingId, nothingMarked).keptFor).toBe(keptFor);
  });

  it('keeps what was put into a playlist, has a bookmark or a highlight', () => {
    const there = new Set(['p-1']);
    expect(storedEpisode(item(), null, { ...nothingMarked, inPlaylists: there }).keptFor).toBe('playlist');
    expect(storedEpisode(item(), null, { ...nothingMarked, bookmarked: there }).keptFor).toBe('bookmark');
    expect(storedEpisode(item(), null, { ...nothingMarked, highlighted: there }).keptFor).toBe('highlight');
  });

  it('knows its size and whether it was played', () => {
    expect(storedEpisode(item({ playedAt: 3 }), null, nothingMarked)).toMatchObject({
      bytes: 9,
      isPlayed: true,
      sortAt: 5,
    });
  });
});

describe('holdOfRow', () => {
  const row = (more: Partial<DownloadRow> = {}): DownloadRow => ({
    episodeId: 'p-1',
    state: 'queued',
    receivedBytes: 0,
    requestedAt: 1,
    ...more,
  });
  const battery = { pausedAll: false, rule: 'battery', moving: false, held: null } as const;

  it.each([
    [row(), 'battery'],
    [row({ anyway: true }), null],
    [row({ state: 'paused' }), 'by-hand'],
    [row({ state: 'downloading' }), null],
    [row({ state: 'done' }), null],
  ])('%j: %s', (given, hold) => {
    expect(holdOfRow(battery, given)).toBe(hold);
  });

  it('is not the user’s pause when the disk is full', () => {
    const full = row({ state: 'paused', error: { code: 'disk-full' } });
    expect(holdOfRow({ ...battery, rule: null }, full)).toBeNull();
  });
});
